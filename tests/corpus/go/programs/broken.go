package main

import "fmt"

func total(prices map[string]int) int {
	return sum(prices)
}

func main() {
	fmt.Println(total(nil), undefinedName)
}
