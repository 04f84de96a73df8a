const rates: Record<string, number> = { EUR: 1, NOK: 11.7 };
console.log(`fetched ${Object.keys(rates).length} rates`);
