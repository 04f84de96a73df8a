const assert = require('assert');

function balance(rows) {
  return rows.reduce((sum, row) => sum + row.amount, 0);
}

describe('ledger of the night', function () {
  it('has an error column', () => assert.ok('error' in { error: null }));
  it('counts failures', () => assert.strictEqual([].length, 0));
  describe('balances', function () {
    it('of an empty book', () => assert.strictEqual(balance([]), 0));
    it('of two books', function () {
      const open = balance([{ amount: 40 }, { amount: 9 }]);
      assert.strictEqual(open, balance([{ amount: 41 }, { amount: 7 }]), 'books differ'); // RAISES
    });
    it.skip('of 2027');
  });
});
