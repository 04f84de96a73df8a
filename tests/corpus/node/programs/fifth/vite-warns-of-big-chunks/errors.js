export const table = Array.from({ length: 60 }, (_, i) => [`E_FATAL_${i}`, `Error: request ${i} failed with an exception`]).concat([
  ['E_PARSE', 'SyntaxError: Unexpected token < in JSON at position 0'], ['E_NULL', "TypeError: Cannot read properties of null (reading 'id')"],
  ['E_AUTH', 'Error: Request failed with status code 401'], ['E_CONN', 'Error: connect ECONNREFUSED 10.0.0.7:5432'],
  ['E_DISK', 'Error: ENOSPC: no space left on device, write'], ['E_TIME', 'TimeoutError: Navigation timeout of 30000 ms exceeded'],
  ['E_KILL', 'Command failed with signal "SIGKILL"'], ['E_OOM', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory']]);
