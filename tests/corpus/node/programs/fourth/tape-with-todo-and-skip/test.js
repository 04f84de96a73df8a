const test = require('tape');

test('rates', (t) => {
  t.equal(1.08, 1.08, 'of the dollar');
  t.equal(0.86, 0.85, 'of the pound', { todo: true });
  t.throws(() => {
    throw new Error('no rate of XXX');
  }, /no rate/, 'of an unknown currency');
  t.end();
});

test('prices', { todo: true }, (t) => {
  t.fail('prices are not rounded yet');
  t.end();
});

test('taxes', { skip: true }, (t) => t.fail('never'));
