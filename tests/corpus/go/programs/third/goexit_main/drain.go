package main

import (
	"fmt"
	"runtime"
	"time"
)

func drain(left int) {
	for ; left > 0; left-- {
		fmt.Println("left:", left)
		time.Sleep(time.Millisecond)
	}
}

func stop(reason string) {
	fmt.Println("main stops:", reason)
	runtime.Goexit()
}

func main() {
	go drain(3)
	stop("the rest is done in the background")
}
