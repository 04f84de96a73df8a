#include <cstdio>
double flow(int hour);
int main() { std::printf("%f\n", flow(3)); }
