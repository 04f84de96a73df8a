setInterval(() => console.log('tick: 0 errors'), 200);
