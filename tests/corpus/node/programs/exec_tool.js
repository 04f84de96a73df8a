const { execFileSync } = require('node:child_process');

function run(tool, ...args) {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }); // RAISES
}

process.stdout.write(run('echo', 'packing'));
run('tar', '-cf', '/dev/null', '/app/no-such-folder');
