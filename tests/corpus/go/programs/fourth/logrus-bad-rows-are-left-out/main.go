package main

import (
	"strconv"

	"github.com/sirupsen/logrus"
)

func main() {
	logrus.SetFormatter(&logrus.TextFormatter{FullTimestamp: true})
	total, bad := 0.0, 0
	for i, text := range []string{"3.5", "n/a", "12", "1e999", "", "7"} {
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			bad++
			logrus.WithError(err).WithField("row", i+1).Error("row left out")
			continue
		}
		total += value
	}
	logrus.WithFields(logrus.Fields{"total": total, "failed": bad}).Info("finished")
}
