package main

import (
	"os"

	"github.com/sirupsen/logrus"
)

func main() {
	log := logrus.WithField("component", "spooler")
	log.WithField("sources", 3).Info("collecting")
	for _, name := range []string{"north", "east", "west"} {
		file, err := os.Create("/dev/full")
		if err != nil {
			log.Fatal(err)
		}
		log.WithField("source", name).Warn("source answers slowly")
		if _, err = file.WriteString("rows"); err != nil {
			log.WithField("source", name).Fatalf("cannot spool: %v", err)
		}
	}
}
