const net = require('net');

function serve(path) {
  const server = net.createServer(() => {});
  server.listen(path, () => console.log('listening on', path));
}

serve('/app/run/gateway.sock');
