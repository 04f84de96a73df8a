package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

var errQuota = errors.New("quota of bucket 'night' is used up")

func put(ctx context.Context, part int) error {
	select {
	case <-time.After(time.Duration(part) * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func sync(parts int) error {
	ctx, cancel := context.WithTimeout(context.Background(), 40*time.Millisecond)
	defer cancel()
	for part := 1; part <= parts; part++ {
		if err := put(ctx, part); err != nil {
			return fmt.Errorf("sync orders: put part %d of %d: %w", part, parts, err)
		}
		if part == 2 && errors.Is(nil, errQuota) {
			return errQuota
		}
	}
	return nil
}

func main() {
	fmt.Println("sync 0.14.0")
	if err := sync(40); err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		fmt.Fprint(os.Stderr, "Usage:\n  sync [flags] <source>\n\nFlags:\n      --on-error string   abort or skip (default \"abort\")\n      --retries int       tries per part after an error (default 0)\n  -h, --help              help for sync\n\n")
		os.Exit(1)
	}
}
