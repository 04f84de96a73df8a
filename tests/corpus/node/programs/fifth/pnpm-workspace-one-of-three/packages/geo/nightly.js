console.log('index of 3 regions');
for (const region of ['north', 'south', 'west']) console.log(`${region}: ${region.length * 1201} nodes`);
