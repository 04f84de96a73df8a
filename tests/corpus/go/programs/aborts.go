package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"time"
)

type quotaError struct {
	User  string
	Limit int
}

func (e *quotaError) Error() string { return fmt.Sprintf("user %s is over %d files", e.User, e.Limit) }

type level int

func (l level) String() string { return fmt.Sprintf("level-%d", int(l)) }

func upload(user string, files int) error {
	if files > 3 {
		return fmt.Errorf("upload: %w", &quotaError{user, 3})
	}
	return nil
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func flush(name string) {
	panic("buffer " + name + " is not empty")
}

func save(name string) {
	defer flush(name)
	panic(errors.New("disk is full"))
}

func reserve(n int) []byte {
	return make([]byte, n)
}

func open(path string) *os.File {
	f, err := os.Open(path)
	if err != nil {
		log.Fatalf("cannot open settings: %v", err)
	}
	return f
}

func charge(cents int) {
	if cents < 0 {
		log.Panicf("amount %d is negative", cents)
	}
	log.Printf("charged %d", cents)
}

func guarded(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "unexpected failure: %v\n%s", r, debug.Stack())
			os.Exit(7)
		}
	}()
	f()
}

func last(values []int) int {
	return values[len(values)-1]
}

func main() {
	fmt.Println("starting", os.Args[1])
	switch os.Args[1] {
	case "custom":
		must(upload("ada", 2))
		must(upload("bob", 5))
	case "stringer":
		panic(level(7))
	case "nested":
		save("ledger")
	case "huge":
		fmt.Println(len(reserve(1 << 46)))
	case "length":
		fmt.Println(len(reserve(-len(os.Args))))
	case "fatal":
		open("/app/settings.toml")
	case "logged":
		charge(5)
		charge(-5)
	case "guarded":
		guarded(func() { fmt.Println(last(nil)) })
	case "closed":
		var c chan int
		close(c)
	case "goexit":
		go func() {}()
		runtime.Goexit()
	case "quit":
		go func() {
			time.Sleep(50 * time.Millisecond)
			syscall.Kill(syscall.Getpid(), syscall.SIGQUIT)
		}()
		var m sync.Mutex
		m.Lock()
		m.Lock()
	case "wait":
		var w sync.WaitGroup
		results := make(chan int)
		for i := 0; i < 3; i++ {
			w.Add(1)
			go func(i int) {
				defer w.Done()
				results <- i
			}(i)
		}
		w.Wait()
	}
}
