function parse(line) {
  if (!line.includes('='))
    throw `no = in line "${line}"`; // RAISES
  return line.split('=');
}

console.log(parse('a=1'));
console.log(parse('b'));
