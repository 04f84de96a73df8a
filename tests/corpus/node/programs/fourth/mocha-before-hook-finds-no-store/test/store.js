const assert = require('assert');
const net = require('net');

describe('key', () => {
  it('joins its parts', () => assert.strictEqual(['a', 'b'].join(':'), 'a:b'));
});

describe('store', () => {
  let store;
  before((done) => {
    store = net.connect(6390, '127.0.0.1', done);
    store.on('error', done);
  });
  it('puts', () => store.write('SET a 1\r\n'));
  it('gets', () => store.write('GET a\r\n'));
});
