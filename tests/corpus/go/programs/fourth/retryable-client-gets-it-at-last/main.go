package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

type fixed struct{}

func (fixed) Write(text []byte) (int, error) {
	return os.Stderr.Write(text)
}

func main() {
	calls := 0
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls++
		switch calls {
		case 1:
			http.Error(w, "upstream connect error", http.StatusServiceUnavailable)
		case 2:
			http.Error(w, "no healthy upstream", http.StatusBadGateway)
		default:
			io.WriteString(w, "index of 40 parts")
		}
	}))
	server.Start()
	defer server.Close()
	client := retryablehttp.NewClient()
	client.RetryWaitMin = 20 * time.Millisecond
	client.Logger = log.New(fixed{}, "", log.LstdFlags)
	answer, err := client.Get(server.URL + "/index")
	if err != nil {
		log.Fatal(err)
	}
	text, _ := io.ReadAll(answer.Body)
	log.Print("got ", strings.TrimSpace(string(text)))
}
