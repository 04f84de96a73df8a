const pages = ['index', 'books'];

function show(page {
  return pages.indexOf(page) >= 0;
}
