const { EventEmitter } = require('events');

class Feed extends EventEmitter {
  push(n) {
    if (n > 2) this.emit('error', new Error(`frame ${n} is torn`)); // RAISES
    else this.emit('frame', n);
  }
}

const feed = new Feed();
feed.on('frame', (n) => console.log('frame', n));
[1, 2, 3].forEach((n) => feed.push(n));
