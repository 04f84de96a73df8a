package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	time.AfterFunc(60*time.Millisecond, func() { syscall.Kill(os.Getpid(), syscall.SIGTERM) })
	for n := 1; ; n++ {
		select {
		case got := <-stop:
			fmt.Printf("level=warn msg=\"stopping\" signal=%q err=<nil>\n", got)
			fmt.Println(`level=info msg="offsets committed" failed=0`)
			os.Exit(0)
		case <-time.After(10 * time.Millisecond):
			fmt.Printf("level=info msg=\"batch done\" n=%d err=<nil>\n", n)
		}
	}
}
