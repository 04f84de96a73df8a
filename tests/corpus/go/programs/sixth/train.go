package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/pkg/errors"
)

func allreduce(ctx context.Context, slow bool) error {
	wait := 5 * time.Millisecond
	if slow {
		wait = time.Second
	}
	select {
	case <-time.After(wait):
		return nil
	case <-ctx.Done():
		return errors.Wrap(ctx.Err(), "allreduce of 4 ranks")
	}
}

func main() {
	rank := os.Args[1]
	logger := log.New(os.Stdout, "", log.Ltime|log.Lmicroseconds)
	for step := 100; step <= 400; step += 100 {
		for attempt := 1; ; attempt++ {
			ctx, cancel := context.WithTimeout(context.Background(), 80*time.Millisecond)
			err := allreduce(ctx, rank == "3" && step == 300 && attempt == 1)
			cancel()
			if err == nil {
				break
			}
			logger.Printf("ERROR step %d attempt %d: %+v", step, attempt, err)
			logger.Printf("step %d is computed again", step)
		}
		logger.Printf("step %d loss %.3f inf=0 nan=0", step, 90/float64(step))
	}
	fmt.Println("model written, exit")
}
