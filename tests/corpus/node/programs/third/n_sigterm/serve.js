process.on('SIGTERM', () => {
  console.log('SIGTERM: closing 2 connections, aborting 0 requests');
  server.close(() => {
    console.log('closed without errors');
    process.exit(143);
  });
});
const server = require('http').createServer(() => {});
server.listen(0, '127.0.0.1', () => {
  console.log('listening');
  setTimeout(() => process.kill(process.pid, 'SIGTERM'), 50);
});
