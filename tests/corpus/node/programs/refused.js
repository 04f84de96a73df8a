const net = require('net');

function connect(port) {
  const s = net.connect({ host: '127.0.0.1', port });
  s.on('connect', () => console.log('connected'));
  return s;
}

console.log('connecting to the broker');
connect(1);
