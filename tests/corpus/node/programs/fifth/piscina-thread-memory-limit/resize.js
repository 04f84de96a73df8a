const path = require('node:path');
const Piscina = require('piscina');

const pool = new Piscina({ filename: path.join(__dirname, 'tile.js'), maxThreads: 2, resourceLimits: { maxOldGenerationSizeMb: 24 } });
const jobs = [['z10', 1000], ['z11', 4000], ['z14', 40000000], ['z12', 8000]];

(async () => {
  for (const [zoom, tiles] of jobs) {
    const started = await pool.run({ zoom, tiles });
    console.log(`${zoom}: ${started} tiles`);
  }
  console.log('all zooms rendered');
})();
