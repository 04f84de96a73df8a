const node = { name: 'x' };
node.parent = node;

function path(n) {
  return path(n.parent) + '/' + n.name;
}

Error.stackTraceLimit = 40;
console.log(path(node));
