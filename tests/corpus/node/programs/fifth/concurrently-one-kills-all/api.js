const http = require('node:http');
http.createServer((_, response) => response.end('ok')).listen(8815, '127.0.0.1', () => console.log('api: listening'));
process.on('SIGTERM', () => {
  console.error('api: SIGTERM, closing 0 connections');
  process.exit(0);
});
