#include <cstdio>
#include <omp.h>

int main() {
  double sum = 0;
#pragma omp parallel for reduction(+ : sum)
  for (int i = 1; i <= 1000; i++) sum += 1.0 / i;
  std::printf("threads %d, sum %.6f, failed chunks 0\n", omp_get_max_threads(), sum);
}
