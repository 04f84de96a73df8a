#include <stdio.h>
#include <stdlib.h>
int main(int argc, char** argv) {
    int kwh = argc > 1 ? atoi(argv[1]) : 0;
    printf("%d kWh\n%d.%02d EUR\n", kwh, kwh * 23 / 100, kwh * 23 % 100);
    puts(kwh < 10 ? "small" : "large");
    return 0;
}
