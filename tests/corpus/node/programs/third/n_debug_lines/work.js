const error = require('debug')('work:error');
const info = require('debug')('work:info');

for (let n = 1; n <= 26; n++) {
  info('item %d', n);
  if (n % 9 === 0) error('item %d: %O', n, { code: 'EAGAIN', retry: true });
}
info('26 items, 0 failed');
