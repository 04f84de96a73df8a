import { createRequire } from 'node:module';

const pino = createRequire(import.meta.url)('pino');
const log = pino({ name: 'ledger', level: 'debug' });

class PeriodClosed extends Error {
  constructor(period) {
    super(`period ${period} has been closed by the auditor`);
    this.name = 'PeriodClosed';
    this.code = 'E_PERIOD_CLOSED';
    this.period = period;
  }
}

function post(entry) {
  if (entry.period < '2026-10') throw new PeriodClosed(entry.period); // RAISES
  log.debug({ entry: entry.id, cents: entry.cents }, 'posted');
}

const entries = [
  { id: 801, period: '2026-11', cents: 12000 }, { id: 802, period: '2026-11', cents: -450 },
  { id: 803, period: '2026-09', cents: 99 }, { id: 804, period: '2026-11', cents: 1000 }];
log.info({ entries: entries.length }, 'posting the entries of the day');
let posted = 0;
try {
  for (const entry of entries) {
    post(entry);
    posted++;
  }
} catch (err) {
  log.fatal({ err, posted }, 'posting stopped');
  log.info('releasing the lock of the ledger');
  process.exitCode = 4;
}
log.info({ posted }, 'bye');
