const fc = require('fast-check');

const roundsDown = fc.property(fc.integer({ min: -1000, max: 1000 }), cents => {
  const euros = Math.trunc(cents / 100);
  if (euros * 100 > cents) throw new Error(`${euros} euros are more than ${cents} cents`);
});
const known = fc.check(roundsDown, { seed: 42, verbose: 1 });
console.log('known bug LEDGER-204 still there: %s', known.failed);
console.log(fc.defaultReportMessage(known));
console.log('');
for (const [name, property] of [
  ['sums commute', fc.property(fc.integer(), fc.integer(), (a, b) => a + b === b + a)],
  ['split then join', fc.property(fc.array(fc.nat()), list => JSON.parse(`[${list.join(',')}]`).length === list.length)],
]) {
  const run = fc.check(property, { seed: 7, numRuns: 200 });
  console.log('%s %s (%d runs, %d skipped)', run.failed ? 'FAILED' : 'ok', name, run.numRuns, run.numSkips);
}
