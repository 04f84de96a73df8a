exports.up = knex => knex.schema.createTable('orders', table => { table.increments(); table.string('error'); });
exports.down = knex => knex.schema.dropTable('orders');
