const prices = { apple: { eur: 3 }, plum: { eur: 2 } };

function price(article) {
  return prices[article].eur; // RAISES
}

function total(articles) {
  return articles.map((a) => price(a)).reduce((x, y) => x + y, 0);
}

console.log('info: basket of 3');
console.log('total', total(['apple', 'pear', 'plum']));
