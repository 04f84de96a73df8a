interface Sum { cents: number; currency: string }

export function convert(sum: Sum, rate: number): Sum {
  return { cents: Math.round(sum.cents * rate, currency: 'NOK' };
}
console.log(convert({ cents: 100, currency: 'EUR' }, 11.7));
