const fs = require('node:fs');

class Checkpoint {
  constructor(path) { this.file = fs.openSync(path, 'w'); }
  save(step) { fs.writeSync(this.file, `step ${step}\n`); } // RAISES
}

const checkpoint = new Checkpoint('/dev/full');
for (let step = 0; step < 3; step++) {
  console.log('step', step);
  checkpoint.save(step);
}
