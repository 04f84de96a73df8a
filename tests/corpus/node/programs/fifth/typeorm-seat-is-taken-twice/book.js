require('reflect-metadata');
const { DataSource, EntitySchema } = require('typeorm');

const Seat = new EntitySchema({
  name: 'Seat', tableName: 'seats',
  columns: { id: { type: Number, primary: true, generated: true }, train: { type: String }, number: { type: Number }, name: { type: String } },
  uniques: [{ columns: ['train', 'number'] }],
});

async function main() {
  const source = await new DataSource({ type: 'sqljs', entities: [Seat], synchronize: true, logging: ['error', 'warn', 'info'], logger: 'simple-console' }).initialize();
  const wishes = [['ICE 5', 11, 'Ada'], ['ICE 5', 12, 'Ben'], ['ICE 5', 11, 'Cid'], ['ICE 7', 1, 'Dora']];
  await source.transaction(async manager => {
    for (const [train, number, name] of wishes) {
      await manager.save(Seat, { train, number, name });
      console.log(`booked ${train}/${number} for ${name}`);
    }
  }).finally(async () => {
    console.log('seats after the transaction:', await source.getRepository(Seat).count());
    await source.destroy();
  });
}

main();
