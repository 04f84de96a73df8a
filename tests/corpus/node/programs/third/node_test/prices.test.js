const assert = require('node:assert');
const test = require('node:test');

const gross = (net, rate) => Math.round(net * (100 + rate)) / 100;

test('an Error is thrown for no rate', () => assert.throws(() => { throw new Error('no rate'); }, /no rate/));
test('full rate', () => assert.strictEqual(gross(100, 19), 119));
test('all rates', async (t) => {
  await t.test('seven', () => assert.strictEqual(gross(1, 7), 1.07));
  await t.test('table', () => {
    assert.deepStrictEqual({ wine: gross(10, 7) }, { wine: 11.9 }); // RAISES
  });
});
