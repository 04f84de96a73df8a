export const dish = { name: 'soup' price: 4 };
