const { EventEmitter } = require('events');

function open(bus, n) {
  bus.on('error', () => n);
}

const bus = new EventEmitter();
for (let n = 0; n < 14; n++) open(bus, n);
console.log(new Buffer(4).length, 'bytes');
process.emitWarning('the option --fast is gone in 4.0', { type: 'DeprecationWarning', code: 'JOB001', detail: 'Error handling becomes strict' });
console.log('ended');
