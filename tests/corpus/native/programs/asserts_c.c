#include <assert.h>
#include <stdio.h>

static int half(int n) {
    assert(n % 2 == 0); // RAISES
    return n / 2;
}

int main(void) {
    for (int n = 12; n; n = half(n))
        fprintf(stderr, "n=%d\n", n);
}
