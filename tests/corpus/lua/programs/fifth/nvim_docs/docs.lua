-- Generates the help pages of a plugin; run by nvim --headless.
local api = vim.api

local function section(name, text)
  local buf = api.nvim_create_buf(false, true)
  api.nvim_buf_set_lines(buf, 0, -1, true, vim.split(text, '\n'))
  io.stdout:write('docs: section ', name, ', ', api.nvim_buf_line_count(buf), ' lines\n')
  return buf
end

local function tags(buf, from, to)
  local lines = api.nvim_buf_get_lines(buf, from, to, true)  --RAISES
  return lines
end

local function main()
  local intro = section('intro', 'PLUGIN\n\nA plugin for ledgers.')
  local keys = section('keys', '<leader>b  balance\n<leader>p  post')
  tags(intro, 0, 2)
  tags(keys, 1, 4)
  io.stdout:write('docs: done\n')
end

local ok, err = xpcall(main, debug.traceback)
if not ok then
  io.stderr:write('docs: ', err, '\n')
  vim.cmd('cquit 2')
end
vim.cmd('qall!')
