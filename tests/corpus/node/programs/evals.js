const vm = require('vm');

function run(rule) {
  return vm.runInNewContext(rule, { order: { total: 5 } }, { filename: 'rules/discount.js' }); // OTHER
}

console.log('rule 1', run('order.total > 3'));
console.log('rule 2', run('order.total > limit'));
