package main

/*
#include <stdint.h>
static int32_t scale(int32_t grams) { int unused = 3; return grams * FACTOR; }
*/
import "C"

import "fmt"

func main() {
	fmt.Println(C.scale(12))
}
