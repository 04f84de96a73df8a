exports.list = (request, response) => response.json([]);
exports.creat = (request, response) => response.status(201).end();
