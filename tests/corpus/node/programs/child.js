const { execFileSync } = require('child_process');

function convert(file) {
  return execFileSync('sh', ['-c', `echo "convert: cannot open ${file}" >&2; exit 4`], { stdio: ['ignore', 'pipe', 'inherit'] }); // RAISES
}

console.log('converting');
convert('in.tiff');
