#include <stdio.h>
#include <stdlib.h>
static int share(int total, int people) { return total / people; }
static int settle(const char *group, int total, int people) {
    printf("settling %s\n", group);
    return share(total, people);
}
int main(void) {
    settle("north", 120, 4);
    settle("south", 90, 0);
    return 0;
}
