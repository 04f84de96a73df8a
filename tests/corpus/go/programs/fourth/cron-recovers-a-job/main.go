package main

import (
	"log"
	"os"
	"time"

	"github.com/robfig/cron"
)

type report struct{ rows map[string]int }

func main() {
	log.SetOutput(os.Stdout)
	c := cron.New(cron.WithChain(cron.Recover(cron.DefaultLogger)))
	runs := 0
	done := make(chan bool)
	var r report
	c.AddFunc("@every 1s", func() {
		runs++
		if runs == 1 {
			r.rows["north"]++
		}
		r.rows = map[string]int{"north": runs}
		log.Print("report written: ", r.rows)
		done <- true
	})
	c.Start()
	select {
	case <-done:
	case <-time.After(9 * time.Second):
	}
	c.Stop()
	log.Print("stopped")
}
