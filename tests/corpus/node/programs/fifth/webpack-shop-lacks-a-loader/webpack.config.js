module.exports = { mode: 'production', entry: { shop: './src/shop.js', admin: './src/admin.js' }, performance: { hints: 'warning' } };
