const fs = require('fs');

const out = fs.createWriteStream('/app/out/dump.ndjson');
let row = 0;
function more() {
  while (row < 4000) {
    if (!out.write(JSON.stringify({ row: row++, error: null, text: 'x'.repeat(60) }) + '\n')) {
      console.log(`${row} rows`);
      out.once('drain', more);
      return;
    }
  }
  out.end(() => console.log('dumped'));
}
more();
