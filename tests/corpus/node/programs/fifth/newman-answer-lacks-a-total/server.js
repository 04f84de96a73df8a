const http = require('node:http');
http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/orders/7') return response.end(JSON.stringify({ id: 7, lines: [{ sku: 'A-1', cents: 1250 }] }));
  response.statusCode = 404;
  response.end(JSON.stringify({ error: 'no such order' }));
}).listen(8799, '127.0.0.1');
