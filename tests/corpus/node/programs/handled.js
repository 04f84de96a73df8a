async function ask(n) {
  throw new Error(`connect ECONNREFUSED 10.0.0.7:5432, try ${n}`); // OTHER
}

function merge(answer) {
  return answer.rows.concat([]); // RAISES
}

(async () => {
  let answer = {};
  for (let i = 1; i <= 2; i++) {
    try {
      answer = await ask(i);
    } catch (e) {
      console.warn('retrying after', e);
    }
  }
  console.log('using an empty answer');
  console.log(merge(answer));
})();
