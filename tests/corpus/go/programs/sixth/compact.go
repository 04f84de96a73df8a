package main

import (
	"os"
	"syscall"
	"time"

	"github.com/rs/zerolog"
)

func main() {
	zerolog.TimeFieldFormat = time.RFC3339Nano
	log := zerolog.New(os.Stderr).With().Timestamp().Str("job", "compact").Logger()
	for segment := 1; segment <= 3; segment++ {
		_, err := os.Stat("/tmp/segments/" + string(rune('a'+segment)) + ".idx")
		log.Error().Err(err).Int("segment", segment).Msg("index missing, building it")
		log.Info().Err(nil).Int("segment", segment).Int("errors", 0).Dur("took", 38*time.Millisecond).Msg("index built")
	}
	log.Info().Int("failed", 0).Strs("errors", []string{}).Interface("last_error", nil).Msg("compaction done")
	if len(os.Args) > 1 {
		log.Info().Msg("waiting for new segments")
		if len(os.Args) == 2 {
			time.AfterFunc(200*time.Millisecond, func() { syscall.Kill(os.Getpid(), syscall.SIGTERM) })
		}
		time.Sleep(time.Minute)
	}
}
