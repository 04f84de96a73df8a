const assert = require('assert');

process.on('exit', (code) => {
  for (let i = 0; i < 40; i++) console.log(`closing socket ${i}: ok, 0 errors`);
  console.log(`leaving with ${code}`);
});

function check(ledger) {
  assert.strictEqual(ledger.debit, ledger.credit); // RAISES
}

check({ debit: 120, credit: 119 });
