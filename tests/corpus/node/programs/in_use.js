const http = require('http');

function serve(port, then) {
  return http.createServer((q, r) => r.end()).listen(port, '127.0.0.1', then);
}

const first = serve(0, () => {
  console.log('listening');
  serve(first.address().port);
});
