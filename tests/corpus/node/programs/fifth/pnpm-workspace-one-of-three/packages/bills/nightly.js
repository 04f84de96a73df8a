setTimeout(() => console.log('no bills tonight'), 50);
