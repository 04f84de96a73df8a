const test = require('node:test');
const assert = require('assert');

test('refuses a negative amount', () => {
  assert.throws(() => { throw new RangeError('amount -5 is negative'); }, RangeError);
});
test('prints what it expects', () => {
  try {
    JSON.parse('{');
  } catch (e) {
    console.log('expected:', e.stack);
  }
});
for (let i = 0; i < 12; i++) test(`round trip ${i}`, () => assert.ok(true));
