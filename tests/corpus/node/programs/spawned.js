const { spawn } = require('child_process');

function convert(file, then) {
  const child = spawn('convert-missing', [file]); // OTHER
  child.on('close', then);
}

console.log('converting in.tiff');
convert('in.tiff', () => console.log('converted'));
