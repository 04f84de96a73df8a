const fs = require('fs');
const yaml = require('js-yaml');

function rules(path) {
  return yaml.load(fs.readFileSync(path, 'utf8'), { filename: path });
}

for (const name of ['base', 'night']) console.log(name, Object.keys(rules(`${__dirname}/${name}.yml`)).length, 'rules');
