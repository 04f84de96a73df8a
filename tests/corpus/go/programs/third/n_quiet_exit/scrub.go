package main

import (
	"fmt"
	"os"
)

func main() {
	for block := 1; block <= 16; block++ {
		fmt.Printf("scrubbed block %d/16, repaired 0, unrecoverable errors 0\n", block)
	}
	os.Exit(3)
}
