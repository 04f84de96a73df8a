for (let frame = 1; frame <= 90; frame++) process.stderr.write(`\rframe=${frame} fps=25 dropped=0 errors=0`);
process.stderr.write('\n');
process.exitCode = 1;
