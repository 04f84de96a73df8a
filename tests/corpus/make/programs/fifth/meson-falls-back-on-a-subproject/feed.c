#include <stdio.h>
#include "tinyjson.h"
int main(int argc, char** argv) {
    (void)argv;
    for (int i = 0; i < 3; i++) printf("ERROR %d: %s\n", i, tinyjson_error(i));
    return argc > 9;
}
