package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
	"time"
)

func wait(stop chan bool) { <-stop }

func main() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	stop := make(chan bool)
	for n := 0; n < 3; n++ {
		go wait(stop)
	}
	for n := 1; n <= 30; n++ {
		fmt.Println("heartbeat", n)
		if n == 4 {
			syscall.Kill(os.Getpid(), syscall.SIGUSR1)
			<-asked
			pprof.Lookup("goroutine").WriteTo(os.Stdout, 2)
		}
		time.Sleep(time.Millisecond)
	}
	close(stop)
}
