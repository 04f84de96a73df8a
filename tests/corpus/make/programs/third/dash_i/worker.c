#include <stdio.h>
int main(void) { for (int i = 1; i <= 24; i++) printf("worker %d: ready\n", i); puts("all workers ready"); return 0; }
