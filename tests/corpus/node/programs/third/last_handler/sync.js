process.on('uncaughtException', (error, origin) => {
  console.error(`sync: fatal (${origin}) at 2026-11-27T01:00:04Z`);
  console.error(error.stack.replace(/^/gm, '    | '));
  console.error('sync: lock released');
  process.exit(70);
});

class Conflict extends Error {
  constructor(row) {
    super(`row ${row} was changed on both sides`);
    this.name = 'Conflict';
  }
}

function merge(row) {
  if (row === 118) throw new Conflict(row); // RAISES
  return row;
}

setTimeout(() => [116, 117, 118, 119].forEach((row) => console.log('merged', merge(row))), 5);
