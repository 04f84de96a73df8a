const { Sequelize, QueryTypes } = require('sequelize');
const { Umzug, SequelizeStorage } = require('umzug');

const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false, pool: { max: 1, min: 1, idle: 1e9 } });

async function schemaVersion() {
  try {
    const rows = await sequelize.query('SELECT max(version) AS v FROM schema_info', { type: QueryTypes.SELECT });
    return rows[0].v;
  } catch (error) {
    console.warn('could not read the schema version, treating the database as new:', error);
    return 0;
  }
}

const migrations = [
  { name: '001-schema-info', up: ({ context }) => context.sequelize.query('CREATE TABLE schema_info (version INTEGER)') },
  { name: '002-jobs', up: ({ context }) => context.sequelize.query('CREATE TABLE jobs (id INTEGER, failed INTEGER, last_error TEXT)') },
  { name: '003-drop-legacy', async up({ context }) {
    try {
      await context.sequelize.query('DROP TABLE legacy_errors');
    } catch (error) {
      console.warn('003-drop-legacy: %s: %s (ignored)', error.name, error.message);
    }
    await context.sequelize.query('INSERT INTO schema_info VALUES (3)');
  } },
];

async function main() {
  console.log('schema version: %d', await schemaVersion());
  const umzug = new Umzug({ migrations, context: sequelize.getQueryInterface(), storage: new SequelizeStorage({ sequelize }),
    logger: { info: m => console.log('info', m), warn: m => console.warn('warn', m), error: m => console.error('error', m), debug() {} } });
  await umzug.up();
  console.log('schema version: %d', await schemaVersion());
  await sequelize.close();
}
main();
