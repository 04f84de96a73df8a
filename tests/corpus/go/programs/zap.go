package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// Logs as structured loggers do: one JSON object a line, the stack in a field.
func write(level, msg string, more map[string]any) {
	entry := map[string]any{"level": level, "ts": "2026-11-22T12:00:00.123Z", "msg": msg}
	for k, v := range more {
		entry[k] = v
	}
	line, _ := json.Marshal(entry)
	fmt.Println(string(line))
}

func stack() string {
	pcs := make([]uintptr, 16)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var b strings.Builder
	for {
		f, more := frames.Next()
		fmt.Fprintf(&b, "%s\n\t%s:%d\n", f.Function, f.File, f.Line)
		if !more {
			return strings.TrimSuffix(b.String(), "\n")
		}
	}
}

func connect(port int) error {
	if port == 1 {
		return errors.New("dial tcp 127.0.0.1:1: connect: connection refused")
	}
	return nil
}

func start(port int) {
	if err := connect(port); err != nil {
		write("fatal", "broker is not reachable", map[string]any{"error": err.Error(), "stacktrace": stack()}) // RAISES
		os.Exit(1)
	}
}

func main() {
	write("info", "starting", nil)
	start(2)
	if len(os.Args) > 1 {
		for i := 0; i < 25; i++ {
			if i == 2 {
				write("error", "mirror is slow", map[string]any{"error": "timeout", "stacktrace": stack()})
			}
			write("info", "block stored", map[string]any{"block": i, "error": nil})
		}
		return
	}
	start(1)
}
