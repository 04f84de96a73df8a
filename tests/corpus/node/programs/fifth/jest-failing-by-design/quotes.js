exports.parse = text => {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.error('unreadable quote:', error);
    return null;
  }
};
exports.price = quote => {
  if (!(quote?.bid > 0)) throw new RangeError(`bid ${quote?.bid} is not positive`);
  return (quote.bid + quote.ask) / 2;
};
