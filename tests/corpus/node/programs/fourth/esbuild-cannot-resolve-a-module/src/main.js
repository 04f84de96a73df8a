import { sum } from './book.js';
import { euro } from './format/money.js';

console.log(euro(sum([1, 2])));
