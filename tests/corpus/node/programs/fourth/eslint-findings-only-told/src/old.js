var total = 0
function add(row) { totl += row.net; return }
try { add() } catch (error) { }
if (total = 1) debugger
throw new Error("fatal: never built")
