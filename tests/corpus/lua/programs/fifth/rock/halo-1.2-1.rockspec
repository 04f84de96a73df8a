rockspec_format = "1.0"
package = "halo"
version = "1.2-1"
source = { url = "git://localhost/halo.git" }
description = { summary = "Halo finder", license = "MIT" }
dependencies = { "lua >= 5.1" }
build = {
  type = "builtin",
  modules = {
    halo = "halo.lua",
    ["halo.grid"] = { sources = { "grid.c", "rows.c" } },
  },
}
