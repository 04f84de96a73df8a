class SettingsError extends Error {
  constructor(name, options) { super(`${name} is not set [see docs/settings.md: section 2]`, options); this.name = 'SettingsError'; }
}

function setting(name) {
  const value = process.env[name];
  if (value === undefined) throw new SettingsError(name); // RAISES
  return value;
}

console.log('loading settings');
console.log(setting('NIGHTLY_PORT'));
