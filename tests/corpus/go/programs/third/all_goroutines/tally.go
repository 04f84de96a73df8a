package main

import (
	"fmt"
	"time"
)

type tally struct{ counts map[string]int }

func (t *tally) add(word string) {
	t.counts[word]++ // RAISES
}

func collect(words chan string, t *tally) {
	for word := range words {
		t.add(word)
	}
}

func tick(period time.Duration) {
	for range time.Tick(period) {
		fmt.Println("alive")
	}
}

func main() {
	words := make(chan string, 4)
	go tick(20 * time.Millisecond)
	go collect(words, &tally{})
	time.Sleep(50 * time.Millisecond)
	words <- "error"
	select {}
}
