package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"runtime/pprof"
	"syscall"
	"time"
)

func work(try string) {
	if try == "1" {
		var tiles []int
		fmt.Println(tiles[3])
	}
	os.Exit(0)
}

func main() {
	if len(os.Args) > 2 {
		work(os.Args[2])
	}
	switch os.Args[1] {
	case "restart":
		for try := 1; try < 3; try++ {
			c := exec.Command(os.Args[0], "work", fmt.Sprint(try))
			c.Stdout, c.Stderr = os.Stdout, os.Stderr
			if err := c.Run(); err != nil {
				fmt.Printf("worker ended: %v, it will be started again\n", err)
			}
		}
	case "goroutines":
		go func() { select {} }()
		runtime.Gosched()
		pprof.Lookup("goroutine").WriteTo(os.Stdout, 2)
	case "asked":
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGUSR1)
		syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
		select {
		case <-c:
			buf := make([]byte, 4096)
			fmt.Printf("=== stacks asked for ===\n%s\n=== end ===\n", buf[:runtime.Stack(buf, true)])
		case <-time.After(5 * time.Second):
		}
	}
	for i := 0; i < 25; i++ {
		fmt.Printf("tile %d decoded\n", i)
	}
	fmt.Println("all tiles decoded, 0 errors")
}
