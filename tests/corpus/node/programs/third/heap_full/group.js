const groups = [];
for (let row = 0; ; row++) {
  groups.push({ row, cells: Array.from({ length: 50 }, (_, i) => `cell ${row}/${i}`) });
  if (row % 2000 === 0) console.log(`${row} rows grouped`);
}
