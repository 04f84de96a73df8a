local json = require("cjson_missing.safe") -- RAISES
print(json.encode({}))
