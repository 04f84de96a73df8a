#include <stdio.h>

void report(unsigned long rows) {
  printf("rows %d\n", rows); // RAISES
}
