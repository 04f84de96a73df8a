package main

import (
	"encoding/json"
	"os"

	"go.uber.org/zap"
)

type manifest struct {
	Shards int
	Bucket string
}

func load(path string) (manifest, error) {
	var m manifest
	text, err := os.ReadFile(path)
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(text, &m)
}

func main() {
	logger, _ := zap.NewDevelopment()
	defer logger.Sync()
	log := logger.Named("packer").Sugar()
	log.Infow("starting", "pid", 1, "level", 9)
	m, err := load("manifest.json")
	if err != nil {
		log.Fatalf("cannot read manifest.json: %v", err) // RAISES
	}
	log.Infof("%d shards for %s", m.Shards, m.Bucket)
}
