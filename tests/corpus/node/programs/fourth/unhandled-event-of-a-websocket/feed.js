const WebSocket = require('ws');

function follow(url) {
  const feed = new WebSocket(url);
  feed.on('open', () => feed.send('subscribe books'));
  feed.on('message', (data) => console.log('book', data.toString()));
}

console.log('following ws://127.0.0.1:8432/feed');
follow('ws://127.0.0.1:8432/feed');
