const fs = require('fs');

class BootError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'BootError';
    this.code = 'E_BOOT';
  }
}

function settings(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch (e) {
    throw new Error(`settings ${path} cannot be read`, { cause: e });
  }
}

function boot() {
  try {
    settings('/app/conf/settings.json');
  } catch (e) {
    throw new BootError('gateway cannot start', { cause: e }); // RAISES
  }
}

boot();
