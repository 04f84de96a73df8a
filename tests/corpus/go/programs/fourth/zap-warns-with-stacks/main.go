package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.uber.org/zap"
)

func probe(node int) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if node%2 == 1 {
		<-ctx.Done()
		return fmt.Errorf("node %d: %w", node, ctx.Err())
	}
	return nil
}

func main() {
	log, _ := zap.NewDevelopment()
	defer log.Sync()
	alive := 0
	for node := 0; node < 4; node++ {
		err := probe(node)
		if errors.Is(err, context.DeadlineExceeded) {
			log.Warn("node does not answer", zap.Int("node", node), zap.Error(err))
			continue
		}
		alive++
	}
	if alive < 3 {
		log.Error("less than three nodes, using the local one", zap.Int("alive", alive))
	}
	log.Info("election done", zap.Int("alive", alive), zap.Error(nil))
}
