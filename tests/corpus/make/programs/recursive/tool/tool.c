#include <stdio.h>
#include "zlib-missing/zlib.h" // RAISES

int main(void) { return 0; }
