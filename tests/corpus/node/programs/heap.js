const cache = [];

function remember(i) {
  cache.push(new Array(50000).fill(i + 0.5));
}

console.log('warming the cache');
for (let i = 0; ; i++)
  remember(i);
