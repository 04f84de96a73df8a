const fs = require('fs');
const zlib = require('zlib');

function unpack(path) {
  console.log('unpacking', path);
  return zlib.gunzipSync(fs.readFileSync(path));
}

console.log(unpack('dump.json.gz').length);
