const { parse } = require('csv-parse/sync');
const input = [
  'meter,day,kwh',
  'M-1001,2026-11-21,14.2',
  'M-1002,2026-11-21,8.8,EXTRA',
  'M-1003,2026-11-21,"9.1',
  'M-1003,2026-11-21,9.1"x',
  'M-1004,2026-11-21,11.0',
].join('\n');

let skipped = 0;
const rows = parse(input, {
  columns: true,
  skip_records_with_error: true,
  on_skip(error) {
    skipped += 1;
    console.error(`${new Date(Date.UTC(2026, 10, 22, 3, 0, skipped)).toISOString()} WARN meters: record skipped: ${error.stack}`);
  },
});
console.log('2026-11-22T03:00:04.000Z INFO meters: loaded %d records into the staging table, %d skipped (limit 10)', rows.length, skipped);
const bad = parse('meter,day,kwh\nM-2001,2026-11-21\n', { columns: true, skip_records_with_error: true, on_skip: error => console.error(error) });
process.exitCode = bad.length;
