print([[
usage: run.lua [--trace] FILE

A failing script prints
    lua: game.lua:3: attempt to index a nil value (local 'x')
    stack traceback:
        game.lua:3: in main chunk
        [C]: in ?
Pass --trace to see locals too.]])
