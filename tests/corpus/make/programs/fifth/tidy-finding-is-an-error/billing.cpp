#include <cstdio>
double share(int cents, int people);
int main() { std::printf("%.2f\n", share(1000, 3)); }
