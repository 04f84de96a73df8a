package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/cenkalti/backoff"
	log "github.com/sirupsen/logrus"
)

var errBusy = errors.New("broker: leader not available")

func main() {
	log.SetOutput(os.Stdout)
	log.SetFormatter(&log.TextFormatter{DisableColors: true, FullTimestamp: true})
	entry := log.WithFields(log.Fields{"topic": "orders", "partition": 3})
	for message := 1; message <= 4; message++ {
		attempt := 0
		send := func() error {
			attempt++
			if message == 2 && attempt < 4 {
				return fmt.Errorf("publish message %d: %w", message, errBusy)
			}
			if message == 4 && attempt == 1 {
				return &os.PathError{Op: "write", Path: "/tmp/orders.wal", Err: errors.New("resource temporarily unavailable")}
			}
			return nil
		}
		policy := backoff.NewConstantBackOff(60 * time.Millisecond)
		err := backoff.RetryNotify(send, policy, func(err error, wait time.Duration) {
			entry.WithError(err).WithField("attempt", attempt).Errorf("publish failed, next attempt in %v", wait)
		})
		if err != nil {
			entry.WithError(err).Fatal("giving up")
		}
		entry.WithField("offset", 7040+message).Info("published")
	}
	entry.WithField("error", nil).Info("flush complete")
}
