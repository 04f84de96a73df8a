package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"runtime/debug"
	"sync"
	"time"
)

type settings struct{ Port int }

func mustEnv(name string) string {
	value, ok := os.LookupEnv(name)
	if !ok {
		panic(fmt.Errorf("%s is not set [see docs/settings.md: section 2]", name))
	}
	return value
}

func fetch(part int) error {
	conn, err := net.DialTimeout("tcp", "127.0.0.1:9", time.Second)
	if err != nil {
		return fmt.Errorf("part %d was not fetched: %w", part, err)
	}
	return conn.Close()
}

func save(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString("step 3\n")
	return err
}

func run(tool string, args ...string) []byte {
	out, err := exec.Command(tool, args...).CombinedOutput()
	if err != nil {
		panic(fmt.Sprintf("%s %v: %v\n%s", tool, args, err, out))
	}
	return out
}

func parse(text string) settings {
	var s settings
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		panic(err)
	}
	return s
}

func share(total int, nodes []string) int { return total / len(nodes) }

func workers() {
	var wait sync.WaitGroup
	for _, nodes := range [][]string{{"a", "b"}, {}} {
		wait.Add(1)
		go func(nodes []string) {
			defer wait.Done()
			fmt.Println("share", share(128, nodes))
		}(nodes)
		time.Sleep(20 * time.Millisecond)
	}
	wait.Wait()
}

func guarded() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v\n%s", r, debug.Stack())
		}
	}()
	var table map[string][]int
	fmt.Println(table["größe"][2])
	return nil
}

func main() {
	log.SetFlags(0)
	switch os.Args[1] {
	case "env":
		fmt.Println("loading settings")
		mustEnv("NIGHTLY_PORT")
	case "refused":
		fmt.Println("fetching")
		if err := fetch(1); err != nil {
			log.Panicf("giving up: %v", err)
		}
	case "full":
		for step := 0; step < 5; step++ {
			fmt.Println("step", step)
			if step == 3 {
				if err := save("/dev/full"); err != nil {
					fmt.Fprintf(os.Stderr, "time=\"2026-11-26T03:10:07Z\" level=fatal msg=\"checkpoint of step %d not saved\" error=%q\n", step, err)
					os.Exit(1)
				}
			}
		}
	case "tool":
		fmt.Printf("%s", run("echo", "packing"))
		run("tar", "-cf", "/dev/null", "/app/no-such-folder")
	case "json":
		fmt.Println(parse(`{"Port": 80}`))
		fmt.Println(parse(`{"Port": "80x"}`))
	case "workers":
		workers()
	case "mirrors":
		for n := 0; n < 3; n++ {
			log.Printf("WARN mirror %d: %v, next one", n, errors.Unwrap(fetch(n)))
		}
		for n := 0; n < 24; n++ {
			log.Printf("INFO part %d read from the local copy", n)
		}
	case "notes":
		fmt.Print("CHANGES\n- the message\n      panic: runtime error: index out of range [3] with length 3\n\n      goroutine 1 [running]:\n      main.at(...)\n      \t/app/fails.go:31\n  is gone.\n\n")
		for n := 0; n < 18; n++ {
			fmt.Println("table", n, "migrated")
		}
	case "guarded":
		fmt.Println("poll 0 left out,", guarded())
		for n := 1; n < 24; n++ {
			fmt.Println("poll", n, "ok")
		}
	case "counters":
		for _, name := range []string{"panics_total", "errors_total", "fatal_total", "goroutines_leaked"} {
			fmt.Println(name, 0)
		}
		for n := 1; n < 20; n++ {
			fmt.Printf("eval %d error %.4f err=<nil>\n", n, 1/float64(n))
		}
	}
}
