#include <stdio.h>
#include <stdlib.h>
int main(int c, char **v) { if (atoi(v[1])) { puts("render: want 12 boxes, got 11"); return 1; } return c != 2; }
