package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/thejerf/suture"
)

type indexer struct {
	next int
	done chan bool
}

func (i *indexer) Serve() {
	pages := map[int][]string{0: {"a"}, 1: {"b", "c"}, 2: nil, 3: {"d"}}
	for ; i.next < 4; i.next++ {
		page := i.next
		if page == 2 {
			i.next++
		}
		fmt.Printf("page %d begins with %s\n", page, pages[page][0])
	}
	close(i.done)
	time.Sleep(time.Second)
}

func (i *indexer) Stop() {}

func (i *indexer) String() string { return "indexer" }

func main() {
	out := log.New(os.Stdout, "crew ", log.LstdFlags)
	supervisor := suture.New("night crew", suture.Spec{Log: func(line string) { out.Print(line) }, Timeout: 200 * time.Millisecond})
	worker := &indexer{done: make(chan bool)}
	supervisor.Add(worker)
	go supervisor.Serve()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	select {
	case <-worker.done:
		out.Print("index complete, page 2 was empty and is left out")
	case <-ctx.Done():
		os.Exit(1)
	}
}
