import { parse, format } from './lib.mjs'; // RAISES
console.log(format(parse('1')));
