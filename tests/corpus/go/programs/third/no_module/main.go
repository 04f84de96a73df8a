package main

import (
	"fmt"

	"example.org/night/queue" // RAISES
)

func main() { fmt.Println(queue.Open("orders")) }
