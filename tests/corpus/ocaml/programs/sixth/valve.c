#include <limits.h>

int table[4] = {0, 25, 50, 100};

/*@ requires 0 <= step; assigns \nothing; */
int opening(int step) { return table[step % 4]; }

int scaled(int step, int factor) {
  int open = opening(step);
  if (factor > 1) open = open * factor;
  return 1000 / open;
}

volatile int sensor;

int main(void) {
  int sum = 0;
  for (int i = 0; i < 4; i++) {
    int step = sensor;
    if (step >= 0 && step < 8) sum += scaled(step, sensor);
    sum += table[sensor & 7];
  }
  return sum > 0;
}
