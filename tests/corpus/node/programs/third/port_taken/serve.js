const http = require('http');

function serve(name, port) {
  const server = http.createServer((_, answer) => answer.end(name));
  return server.listen(port, '127.0.0.1', () => console.log(`${name} listens on ${port}`));
}

serve('metrics', 18917);
setTimeout(() => serve('api', 18917), 50);
