import { format } from './money.js';
import prices from './prices.csv';

export function total(basket) {
  return format(basket.reduce((sum, line) => sum + prices[line.sku] * line.count, 0));
}
