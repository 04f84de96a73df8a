const argv = require('yargs')(process.argv.slice(2))
  .usage('convert <table> --out <file>')
  .option('out', { alias: 'o', describe: 'where the columns go', demandOption: true, type: 'string' })
  .option('fail-fast', { describe: 'end at the first error', type: 'boolean' })
  .strict()
  .argv;

console.log('converting to', argv.out);
