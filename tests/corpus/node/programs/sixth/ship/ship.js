const fs = require('fs');
const { createLogger, format, transports } = require('winston');

let line = 0;
const log = createLogger({
  format: format.combine(format(info => ({ ...info, at: `2026-11-22T05:00:${String(line++).padStart(2, '0')}Z` }))(), format.json()),
  transports: [new transports.Console()],
});

const events = [];
for (const text of fs.readFileSync('/app/yesterday.log', 'utf8').split('\n')) {
  if (/^\s/.test(text) && events.length) events[events.length - 1] += '\n' + text;
  else if (text) events.push(text);
}
for (const event of events) log.info('forwarded', { source: 'billing@web-3', event });
log.info('shipper: file is at its end', { events: events.length, dropped: 0, error: null });
