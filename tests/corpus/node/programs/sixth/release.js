const { Signale } = require('signale');
const fs = require('fs');
const log = new Signale({ scope: 'release', config: { displayTimestamp: false } });

function optional(step, action) {
  try {
    action();
    log.success(step);
  } catch (error) {
    log.error(error);
    log.note('%s is optional, going on', step);
  }
}

log.start('release 4.2.0 (dry run)');
optional('sign the archive', () => fs.readFileSync('/home/app/.keys/release.pem'));
optional('read the changelog', () => JSON.parse('{"4.2.0": "fixes a crash" "4.1.9": ""}'));
optional('write the manifest', () => fs.writeFileSync('/tmp/manifest.json', '{}'));
log.warn('0 of 2 mirrors were told about the failed signature');
log.pending('git push origin v4.2.0 (not run)');
log.complete({ prefix: '[4.2.0]', message: 'dry run finished', suffix: '(0 fatal)' });
