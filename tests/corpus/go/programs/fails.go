package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync"
)

type order struct{ lines []line }
type line struct{ price *int }
type validationError struct{ fields []string }

func (e validationError) Error() string {
	return "record 7 is not valid:\n  - " + strings.Join(e.fields, ": empty\n  - ") + ": leer ✗"
}

func (o *order) total() int {
	sum := 0
	for _, l := range o.lines {
		sum += *l.price // RAISES
	}
	return sum
}

func mean(v []int) int { return len(v) * 10 / len(v[1:]) }

func at(v []int, i int) int { return v[i] }

func text(v interface{}) string { return v.(string) }

func count(m map[string]int, k string) { m[k]++ }

func must(n int, err error) int {
	if err != nil {
		panic(err)
	}
	return n
}

func load(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return fmt.Errorf("cannot load settings: %w", err)
	}
	return nil
}

func deep(n int) int { return deep(n+1) + 1 }

func guard(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(os.Stderr, "guard: panic again:", r)
			panic(fmt.Sprintf("guarded: %v", r))
		}
	}()
	f()
}

func retry(f func() error) {
	for i := 1; i <= 2; i++ {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Fprintf(os.Stderr, "WARN retry %d: recovered panic: %v\n", i, r)
				}
			}()
			panic(f())
		}()
	}
}

func main() {
	fmt.Fprintln(os.Stderr, "level=info msg=start")
	five := 5
	switch os.Args[1] {
	case "nil":
		(&order{[]line{{&five}, {nil}}}).total()
	case "divide":
		mean([]int{1})
	case "index":
		at([]int{1, 2, 3}, 3)
	case "slice":
		fmt.Println([]int{1, 2, 3}[five:])
	case "assert":
		text(42)
	case "nilmap":
		count(nil, "hits")
	case "error":
		must(strconv.Atoi("x7"))
	case "wrapped":
		must(0, load("/app/conf/gateway.toml"))
	case "message":
		panic(validationError{[]string{"name", "straße"}})
	case "value":
		panic(struct{ code int }{7})
	case "deep":
		deep(0)
	case "goroutine":
		var wg sync.WaitGroup
		wg.Add(1)
		go func() { defer wg.Done(); at(nil, 0) }()
		wg.Wait()
	case "repanic":
		guard(func() { at(nil, 2) })
	case "deadlock":
		<-make(chan int)
	case "closed":
		c := make(chan int)
		close(c)
		close(c)
	case "unlock":
		new(sync.Mutex).Unlock()
	case "waitgroup":
		new(sync.WaitGroup).Done()
	case "maps":
		m := map[int]int{}
		for g := 0; g < 4; g++ {
			go func() {
				for i := 0; ; i++ {
					m[i%7] = i
				}
			}()
		}
		select {}
	case "handled":
		retry(func() error { return errors.New("connection reset by peer") })
		at([]int{}, 0)
	case "after":
		defer func() {
			for i := 0; i < 40; i++ {
				fmt.Fprintf(os.Stderr, "closing file %d: ok, 0 errors\n", i)
			}
		}()
		panic(fs.ErrClosed)
	case "rank":
		for s := 0; s < 6; s++ {
			fmt.Printf("step %d residual %.3f\n", s, 1/float64(s+1))
			if os.Args[2] == os.Args[3] && s == 4 {
				at(make([]int, 32), 32)
			}
		}
		fmt.Println("a peer is gone, leaving")
		os.Exit(1)
	}
}
