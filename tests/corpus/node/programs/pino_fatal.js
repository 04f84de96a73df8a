function log(level, msg, extra) { process.stdout.write(JSON.stringify({ level, time: 1795662607000, msg, ...extra }) + '\n'); }

async function decode(name) {
  if (name === 'b.jpg') throw new TypeError(`${name}: picture is empty: {0}`); // RAISES
  log(30, `decoded ${name}`);
}

(async () => {
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await decode(name);
})().catch((e) => {
  log(60, 'aborting', { err: { type: e.name, message: e.message, stack: e.stack } });
  for (let i = 0; i < 6; i++) log(30, `closing volume ${i}`);
  process.exitCode = 70;
});
