import { read } from 'ledger-reader';
import { open } from './book.js';

console.log(open(read()), this);
