import { sum } from './book.js';
import * as book from './book.js';

const settings = { mode: 'strict', mode: 'loose' };
if (typeof settings === 'nul') console.log('never');
if (sum === NaN) console.log('no sum');
console.log(book.fatal, settings == -0);
