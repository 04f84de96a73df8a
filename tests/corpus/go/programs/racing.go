package main

import (
	"fmt"
	"sync"
)

var hits int

func bump(n int, w *sync.WaitGroup) {
	for i := 0; i < n; i++ {
		hits++
	}
	w.Done()
}

func main() {
	var w sync.WaitGroup
	w.Add(2)
	go bump(1000, &w)
	go bump(1000, &w)
	w.Wait()
	fmt.Println("counted")
}
