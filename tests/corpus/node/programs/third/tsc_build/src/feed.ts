interface Row {
  sku: string;
  price: number;
}

function parse(line: string): Row {
  const [sku, price] = line.split(';');
  return { sku, price }; // RAISES
}

parse('A1;100');
