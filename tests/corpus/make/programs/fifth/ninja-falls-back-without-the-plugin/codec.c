#include <stdio.h>
int crc_error(int sum);
int main(void) { printf("crc errors: %d\n", crc_error(7)); return 0; }
