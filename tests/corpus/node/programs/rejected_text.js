console.log('connecting');
new Promise((_, reject) => setTimeout(() => reject('no route to the database'), 5));
