package main

import "fmt"

func main() {
	fmt.Printf("%d rows\n", "three")
	return
	fmt.Println("never")
}
