const fs = require('fs');

class StoreError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'StoreError';
    this.code = 'E_STORE';
    this.details = { table: 'orders', tries: 3 };
  }
}

function read(path) {
  return JSON.parse(fs.readFileSync(path, 'utf8'));
}

function load() {
  try {
    return read('/app/conf/settings.json');
  } catch (e) {
    throw new Error('settings are not readable', { cause: e });
  }
}

function open() {
  try {
    return load().store;
  } catch (e) {
    throw new StoreError('store cannot be opened', { cause: e }); // RAISES
  }
}

console.log('[boot] opening store');
open();
