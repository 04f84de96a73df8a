package main

import (
	"flag"
	"fmt"
)

func main() {
	shards := flag.Int("shards", 8, "number of shards; an error if below 1")
	verbose := flag.Bool("v", false, "verbose")
	flag.Parse()
	fmt.Println("indexing in", *shards, *verbose)
}
