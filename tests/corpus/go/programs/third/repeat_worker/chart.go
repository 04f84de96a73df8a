package main

import (
	"fmt"
	"strings"
	"sync"
)

func bar(value int) string {
	return strings.Repeat("#", value/10)
}

func draw(values <-chan int, done *sync.WaitGroup) {
	defer done.Done()
	for value := range values {
		fmt.Printf("%4d %s\n", value, bar(value))
	}
}

func main() {
	values := make(chan int)
	var done sync.WaitGroup
	done.Add(1)
	go draw(values, &done)
	for _, value := range []int{40, 120, 75, -30, 10} {
		values <- value
	}
	close(values)
	done.Wait()
}
