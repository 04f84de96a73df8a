#include "tinyjson.h"
const char* tinyjson_error(int code) { int unused; return code == 0 ? "unexpected end" : code == 1 ? "bad escape" : "too deep"; }
