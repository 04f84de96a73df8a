'use strict';
const path = require('path');

function config(name) {
  return require(path.join(__dirname, 'config', name));
}

function main() {
  const { columns } = config('report.json');
  console.log(columns.join(' | '));
}

main();
