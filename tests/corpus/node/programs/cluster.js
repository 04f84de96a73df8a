const { fork } = require('child_process');

if (process.argv[2] === 'work') {
  const tiles = process.argv[3] === '1' ? undefined : [1, 2];
  setTimeout(() => console.log(`worker has ${tiles.length} tiles`), 5);
} else {
  const start = (tries) => {
    fork(__filename, ['work', String(tries)]).on('exit', (code) => {
      if (code !== 0) {
        console.log(`worker ended with ${code}, it is started again`);
        return start(tries + 1);
      }
      for (let i = 0; i < 26; i++)
        console.log(`tile ${i} served`);
      console.log('all tiles served, 1 restart');
    });
  };
  start(1);
}
