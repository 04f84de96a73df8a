package probe

import (
	"fmt"
	"log"
	"runtime/debug"
)

// Run hands on a panic of its job as an error.
func Run(job func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic: %v\n%s", r, debug.Stack())
			err = fmt.Errorf("job failed: %v", r)
		}
	}()
	job()
	return nil
}
