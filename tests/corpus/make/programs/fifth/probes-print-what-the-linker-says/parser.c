#include <stdio.h>
int main(int c, char** v) { printf("parsed %s: 0 errors\n", c > 1 ? v[1] : ""); return 0; }
