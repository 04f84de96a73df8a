package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/avast/retry-go"
	"github.com/hashicorp/go-hclog"
)

func main() {
	log := hclog.New(&hclog.LoggerOptions{Name: "uploader", Level: hclog.Debug})
	log.Info("uploading", "file", "run.tar", "size", 10240)
	var last error
	err := retry.Do(func() error {
		request, _ := http.NewRequest("PUT", "http://127.0.0.1:9/run.tar", strings.NewReader("x"))
		_, last = http.DefaultClient.Do(request)
		return last
	}, retry.Attempts(3), retry.Delay(50*time.Millisecond), retry.OnRetry(func(n uint, err error) {
		log.Debug("trying again", "attempt", n+1)
	}))
	if err != nil {
		log.Error(fmt.Sprintf("upload of run.tar failed: %v", last))
		os.Exit(1)
	}
}
