#include <math.h>
#include <stdio.h>
#include <string.h>
static double gain(const char *name, double f) {
    if (!strcmp(name, "low")) return f < 100 ? 1 : 0;
    if (!strcmp(name, "high")) return f < 100 ? 0 : 1;
    return f == 50 ? 0.25 : 1;
}
int main(int argc, char **argv) {
    double f[] = {10, 50, 1000};
    for (int i = 0; i < 3; i++)
        printf("%s: gain at %g Hz is %.2f\n", argv[1], f[i], gain(argv[1], f[i]));
    if (!strcmp(argv[1], "notch") && gain(argv[1], 50) > 0.1) {
        fprintf(stderr, "filtertest.c:%d: notch passes 50 Hz with gain %.2f, 0.10 is allowed\n", __LINE__, gain(argv[1], 50));
        return 1;
    }
    return 0;
}
