const { Command } = require('commander');

const program = new Command('indexer');
program.version('3.1.0').showHelpAfterError('(add --help for the options)');
program.command('build').argument('<source>').option('--shards <n>', 'number of shards', '8')
  .action((source, options) => console.log(`building ${source} in ${options.shards}`));
program.parse();
