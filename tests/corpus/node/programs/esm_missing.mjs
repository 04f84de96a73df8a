import { connect } from './lib/database.mjs';

console.log(connect());
