#include <stdio.h>
#include "table.h"

int main(void) {
  int values[] = {1, 2, 3};
  int unused;
  printf("%d\n", sum(values, count)); // RAISES
  return 0;
}
