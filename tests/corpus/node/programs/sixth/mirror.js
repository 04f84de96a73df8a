const pino = require('pino');
let tick = 0;
const log = pino({ base: { name: 'mirror', pid: 7 }, timestamp: () => `,"time":"2026-11-22T04:10:${String(tick++).padStart(2, '0')}.000Z"` });

const repositories = ['alpha', 'beta', 'gamma', 'delta'];
let failed = 0;
function sync(name, attempt) {
  if (name === 'beta' && attempt === 1) JSON.parse('{"refs": [');
  if (name === 'gamma' && attempt === 1) throw Object.assign(new Error('remote hung up unexpectedly'), { code: 'ECONNRESET' });
  return { repo: name, refs: name.length * 3, error: null, failed: false };
}
for (const name of repositories) {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      log.info({ ...sync(name, attempt), attempt }, 'synced');
      break;
    } catch (err) {
      log.error({ err, repo: name, attempt }, 'sync failed, trying once more');
    }
  }
}
log.info({ total: repositories.length, failed, errors: [], lastError: null }, 'all mirrors are current');
if (process.argv[2] === 'serve') {
  log.info('waiting for the next tick');
  setInterval(() => log.debug('tick'), 1000);
  setTimeout(() => process.kill(process.pid, process.argv[3]), 300);
}
