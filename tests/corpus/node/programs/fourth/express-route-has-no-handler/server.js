const express = require('express');
const orders = require('./orders');

const app = express();
app.get('/health', (request, response) => response.send('ok'));
console.log('routes: /health');
app.get('/orders', orders.list);
app.post('/orders', orders.create);
app.listen(8431, '127.0.0.1', () => console.log('listening'));
