local M = { max = 3 }
M.total = M.max * M.count -- RAISES
return M
