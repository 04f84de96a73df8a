let sum;
try {
  sum = require('fastsum').sum;
} catch (error) {
  console.warn('sums: no native module (%s), using JavaScript', error.code);
  sum = list => list.reduce((a, b) => a + b, 0);
}
console.log('sums: %d', sum([3, 5, 8]));
