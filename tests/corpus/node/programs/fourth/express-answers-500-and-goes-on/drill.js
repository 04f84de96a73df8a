const express = require('express');
const http = require('http');

const app = express();
app.get('/total', (request, response) => response.json(request.query.rows.split(',').length));
app.get('/gone', () => {
  throw new RangeError('page 99 is out of range');
});

const server = app.listen(8433, '127.0.0.1', async () => {
  for (const path of ['/total?rows=1,2', '/total', '/gone', '/total?rows=3']) {
    await new Promise((done) => http.get({ port: 8433, path }, (response) => {
      console.log(path, response.statusCode);
      response.resume().on('end', done);
    }));
  }
  server.close(() => console.log('drill done: 2 of 4 answered by 500 as wanted'));
});
