#include <lua.h>
#include <lauxlib.h>
int rows_of(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)count_rows(text, length) + offset);
  return 1;
}
