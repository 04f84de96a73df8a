package main

import (
	"encoding/json"
	"fmt"
	"os"

	"go.uber.org/zap"
)

type order struct {
	ID     int     `json:"id"`
	Amount float64 `json:"amount"`
}

func decode(text string) (order, error) {
	var o order
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		return o, fmt.Errorf("decode: %w", err)
	}
	if o.Amount < 0 {
		return o, fmt.Errorf("order %d: negative amount %.2f", o.ID, o.Amount)
	}
	return o, nil
}

func main() {
	config := zap.NewProductionConfig()
	config.OutputPaths = []string{"stdout"}
	logger, _ := config.Build(zap.Fields(zap.String("job", "orders-import")))
	defer logger.Sync()
	stored, dead := 0, 0
	for i, text := range []string{`{"id":1,"amount":9.5}`, `{"id":2,"amount":"9,5"}`, `{"id":3,"amount":-1}`, `{"id":4,"amount":2}`, `{"id":5`} {
		o, err := decode(text)
		if err != nil {
			dead++
			logger.Error("message goes to the dead letter queue", zap.Int("offset", i), zap.Error(err))
			continue
		}
		stored++
		logger.Info("stored", zap.Int("id", o.ID), zap.Error(nil))
	}
	logger.Info("import finished", zap.Int("stored", stored), zap.Int("dead", dead), zap.Int("fatal", 0))
	if len(os.Args) > 1 {
		os.Exit(3)
	}
}
