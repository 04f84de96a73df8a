package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"time"
)

func pull(n, attempt int) error {
	if n == 5 && attempt < 3 {
		_, err := net.DialTimeout("tcp", "127.0.0.1:18998", time.Second)
		return fmt.Errorf("pull %d: %w", n, err)
	}
	return nil
}

func main() {
	log.SetFlags(log.Lshortfile)
	for n := 1; n <= 28; n++ {
		for attempt := 1; ; attempt++ {
			err := pull(n, attempt)
			if err == nil {
				break
			}
			var op *net.OpError
			log.Printf("ERROR attempt %d failed: %v (temporary %v)", attempt, err, errors.As(err, &op))
		}
		log.Printf("image %d pulled", n)
	}
}
