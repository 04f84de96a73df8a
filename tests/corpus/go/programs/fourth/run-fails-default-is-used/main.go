package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	zone := flag.String("zone", "", "zone to ask")
	flag.Parse()
	text, err := os.ReadFile("/etc/zones/" + *zone + ".conf")
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(3)
	}
	fmt.Print(string(text))
}
