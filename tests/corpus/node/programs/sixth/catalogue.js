const { graphql, buildSchema } = require('graphql');

const schema = buildSchema(`
  type Book { title: String!, price: Float, stock: Int }
  type Query { books: [Book!]!, offer: Book }
`);
const root = {
  books: () => [
    { title: 'Exceptions at Sea', price: 12.5, stock: 3 },
    { title: 'The Fatal Error', price: () => { throw new Error('price service: no answer within 200 ms'); }, stock: 0 },
    { title: 'Crash', price: 'n/a', stock: 1 },
  ],
  offer: () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'offer')")),
};

graphql({ schema, source: '{ books { title price stock } offer { title } }', rootValue: root }).then(answer => {
  for (const error of answer.errors) {
    console.warn('partial answer: %s at %s', error.message, error.path.join('.'));
    console.warn(error.originalError.stack.split('\n').slice(0, 2).join('\n'));
  }
  console.log(JSON.stringify(answer, null, 1));
  console.log('feed: %d books exported, %d fields left empty', answer.data.books.length, answer.errors.length);
});
