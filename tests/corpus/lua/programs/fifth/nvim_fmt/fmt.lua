local api = vim.api
local ok, err = pcall(vim.cmd, 'colorscheme nightfox')
if not ok then api.nvim_err_writeln('fmt: ' .. err .. ' (going on without colours)') end
local found, parser = pcall(vim.treesitter.get_parser, 0, 'ledger')
if not found then io.stderr:write('fmt: no parser, using indent: ', tostring(parser):gsub('\n.*', ''), '\n') end
local buf = api.nvim_create_buf(false, true)
api.nvim_buf_set_lines(buf, 0, -1, true, { '  rent  1200', 'power   84' })
api.nvim_buf_call(buf, function() vim.cmd([[silent! %s/nowhere/else/]]) vim.cmd([[%s/\s\+/ /g]]) end)
for i, line in ipairs(api.nvim_buf_get_lines(buf, 0, -1, true)) do io.stdout:write(i, ': ', line, '\n') end
io.stdout:write('fmt: 2 lines, 0 failed\n')
vim.cmd('qall!')
