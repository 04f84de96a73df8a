package main

import "fmt"

func main() {
	fmt.Printf("%d errors\n", "no")
	for n := 1; n <= 22; n++ {
		fmt.Println("table", n, "exported")
	}
}
