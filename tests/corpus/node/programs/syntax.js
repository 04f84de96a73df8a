const config = {
  port: 80,
  hosts: ['a', 'b',
};
console.log(config);
