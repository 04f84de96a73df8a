std = "lua54"
cache = false
