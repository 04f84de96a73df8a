const http = require('http');
let calls = 0;
const server = http.createServer((request, response) => {
  calls += 1;
  const ready = calls > 2;
  response.statusCode = ready ? 200 : 503;
  response.end(JSON.stringify(ready ? { orders: 3, errors: 0, lastError: null } : { error: 'warming up' }));
  if (request.url === '/orders') setTimeout(() => { server.close(); server.closeAllConnections(); }, 200);
});
server.listen(18961, '127.0.0.1');
