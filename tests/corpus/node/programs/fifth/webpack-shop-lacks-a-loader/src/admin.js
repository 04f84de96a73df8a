import { format } from './money.js';
console.log(format(0));
