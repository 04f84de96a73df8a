#include <limits.h>
#if LONG_MAX > 100
#error "codec: needs a 32 bit build {see README: targets}" // RAISES
#endif
int codec(void) { return 0; }
