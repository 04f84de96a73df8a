local jobs = { "count.lua", "rank.lua", "publish.lua" }
for _, job in ipairs(jobs) do
  io.write("all: ", job, "\n"):flush()
  local ok, how, code = os.execute("lua5.4 " .. job)
  if not ok then
    error(("job %s ended with %s %d"):format(job, how, code)) -- RAISES
  end
end
