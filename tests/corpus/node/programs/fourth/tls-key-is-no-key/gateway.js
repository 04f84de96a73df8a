const fs = require('fs');
const https = require('https');

function open(port) {
  const server = https.createServer({ key: fs.readFileSync('server.key'), cert: fs.readFileSync('server.crt') });
  server.listen(port);
}

console.log('gateway: opening 8443');
open(8443);
