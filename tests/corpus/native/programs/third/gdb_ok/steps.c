#include <stdio.h>
static int fail_count(int n) { return n - n; }
static int step(int n) { return fail_count(n); }
int main(void) { for (int i = 0; i < 3; i++) printf("step %d, failures %d\n", i, step(i)); return 0; }
