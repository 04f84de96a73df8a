module.exports = { production: { client: 'pg', connection: { host: '127.0.0.1', port: 5999, user: 'app', database: 'shop' }, pool: { min: 0, max: 2 } } };
