const log = (level, msg, more) => console.log(JSON.stringify({ level, time: 1795392000000, pid: 7, msg, ...more }));

function charge(cents) {
  if (cents < 0) throw new RangeError(`amount ${cents} is negative`); // RAISES
}

log(30, 'start');
try {
  charge(-5);
} catch (err) {
  log(60, 'charge failed', { err: { type: err.name, message: err.message, stack: err.stack } });
  process.exit(1);
}
