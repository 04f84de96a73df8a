package main

import (
	"errors"
	"os"

	"github.com/inconshreveable/log15"
)

func main() {
	log := log15.New("module", "cache", "node", 2)
	log.SetHandler(log15.StreamHandler(os.Stdout, log15.LogfmtFormat()))
	log.Info("rebuild started", "shards", 3, "err", nil)
	log.Error("shard is corrupt, rebuilding it from its journal", "shard", 2, "err", errors.New("crc mismatch: want 9f03aa12 got 00000000"))
	log.Warn("journal has a torn tail", "shard", 2, "err", errors.New("unexpected EOF"), "lost", 0)
	log.Crit("quorum of 2 is at its minimum", "failed", 1, "alive", 2)
	log.Info("node 1 is back", "failed", 0, "alive", 3)
	log.Debug("stats", "errors", 1, "repaired", 1, "fatal", 0, "last_error", "")
	log.Info("rebuild finished", "shards", 3, "err", nil)
}
