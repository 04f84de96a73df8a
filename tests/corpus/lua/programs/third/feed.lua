local cjson = require("cjson")

local function decode(name, text)
  local ok, value = pcall(cjson.decode, text)
  if not ok then
    error({ code = "EFEED", name = name, reason = value }) 
  end
  return value
end

local function run()
  for name, text in pairs({ a = '{"rows":[1,2]}' }) do
    print(name, #decode(name, text).rows)
  end
  print("b", #decode("b", '{"rows":[1,2').rows)
end

local ok, e = xpcall(run, function(e)
  return debug.traceback(("feed %s cannot be read (%s): %s"):format(e.name, e.code, e.reason), 2)
end)
if not ok then
  io.stderr:write("FATAL ", e, "\n")
  print("summary: 1 of 2 feeds, 1 error")
  os.exit(1)
end
