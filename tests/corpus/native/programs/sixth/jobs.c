#include <stdio.h>
#include <unistd.h>

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  for (int step = 1;; step++) {
    printf("step %4d residual %.3e failed cells %d\n", step, 1.0 / (step * step), step % 5 == 0);
    if (step % 5 == 0) printf("step %4d: 1 cell failed to converge, taken from its neighbours\n", step);
    usleep(80000);
  }
}
