const fs = require('fs');

function remember(cursor) {
  fs.writeFileSync('state.json', JSON.stringify({ cursor })); // RAISES
}

console.log('uid', process.getuid(), 'polled 40 events');
remember(40);
