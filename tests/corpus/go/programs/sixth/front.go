package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

func backend() {
	listener, err := net.Listen("tcp", "127.0.0.1:18925")
	if err != nil {
		panic(err)
	}
	http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"status":"ok","lastError":null}`)
	}))
}

func main() {
	target, _ := url.Parse("http://127.0.0.1:18925")
	front, _ := net.Listen("tcp", "127.0.0.1:0")
	go http.Serve(front, httputil.NewSingleHostReverseProxy(target))
	time.AfterFunc(700*time.Millisecond, backend)
	good := 0
	for check := 1; good < 2; check++ {
		time.Sleep(200 * time.Millisecond)
		answer, err := http.Get("http://" + front.Addr().String() + "/health")
		if err != nil {
			fmt.Println("check", check, "error:", err)
			continue
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		fmt.Printf("check %d: %s %s\n", check, answer.Status, body)
		if answer.StatusCode == http.StatusOK {
			good++
		} else {
			good = 0
		}
	}
	fmt.Println("backend healthy after a restart, deploy goes on")
}
