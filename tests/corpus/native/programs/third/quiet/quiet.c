#include <stdio.h>
#include <stdlib.h>
static int validate(int n) { return n != 13; }
static void gone(void) { puts("work folder removed"); }
int main(void) {
    atexit(gone);
    for (int n = 1; n <= 20; n++) { printf("record %d\n", n); if (!validate(n)) exit(9); }
}
