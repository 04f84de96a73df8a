package main

import "fmt"

func main() {
	fmt.Println(probe("127.0.0.1", defaultTimeout))
}
