const fs = require('node:fs');

function load(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch (e) {
    throw new Error(`settings of 'nächtlich' cannot be read: ${path}`, { cause: e }); // RAISES
  }
}

fs.writeFileSync('/app/conf.json', '{"queue": "night", "workers": }');
load('/app/conf.json');
