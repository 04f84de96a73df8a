package main

import (
	"os"

	"github.com/rs/zerolog"
	"gopkg.in/yaml.v3"
)

func main() {
	log := zerolog.New(os.Stderr).With().Timestamp().Str("job", "reshard").Logger()
	text, err := os.ReadFile("job.yaml")
	if err != nil {
		log.Fatal().Msgf("%v", err)
	}
	log.Info().Int("bytes", len(text)).Msg("settings read")
	var settings struct {
		Name   string
		Shards []int
	}
	if err := yaml.Unmarshal(text, &settings); err != nil {
		log.Fatal().Msgf("job.yaml is refused: %v", err)
	}
	log.Info().Msg("resharding")
}
