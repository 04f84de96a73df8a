/** @param {number} sum
 *  @return {string} */
function showError(sum) {
  if (sum < 0)
    throw new Error('negative sum ' + sum);
  return sum;
  sum = sum + 1;
}
/** @const */ var LIMIT = 10;
LIMIT = 11;
var total = showError('12');
window.onerror = function(m) { alert('fatal: ' + m); };
if (total = LIMIT) { delete total; }
