const { Command } = require('commander');

new Command('indexer')
  .description('Builds an index.\n\nExits with 1 and "error: unknown option" when it is used wrongly.')
  .option('--on-error <what>', 'abort or skip', 'abort')
  .option('--stack', 'print the stack of a fatal Error')
  .addHelpText('after', '\nExample of a failure:\n  TypeError: Cannot read properties of undefined (reading \'id\')\n      at index (/srv/index.js:10:3)')
  .parse();
