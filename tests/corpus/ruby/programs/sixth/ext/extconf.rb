require "mkmf"

have_header("math.h")
have_library("m", "lgamma_r", "math.h")
puts "no hardware counters, the slow path is built" unless have_header("libcounters/papi.h")
puts "no vector library, the slow path is built" unless have_library("sleefgnuabi", "Sleef_lgamma_u1")
have_func("pow10", "math.h")
create_makefile("loggamma")
