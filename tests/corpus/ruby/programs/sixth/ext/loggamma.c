#include <ruby.h>
#include <math.h>

static VALUE value(VALUE self, VALUE x) { int sign; return DBL2NUM(lgamma_r(NUM2DBL(x), &sign)); }

void Init_loggamma(void) { rb_define_module_function(rb_define_module("LogGamma"), "value", value, 1); }
