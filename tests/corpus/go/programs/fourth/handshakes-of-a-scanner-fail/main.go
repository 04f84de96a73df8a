package main

import (
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"time"
)

func main() {
	log.SetOutput(os.Stderr)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		panic(http.ErrAbortHandler)
	}))
	server.Config.ErrorLog = log.New(os.Stderr, "gateway ", log.LstdFlags|log.Lmicroseconds|log.Lmsgprefix)
	server.StartTLS()
	for _, text := range []string{"GET / HTTP/1.0\r\n\r\n", "\x16\x03\x01\x00\x02ab", "hello"} {
		if connection, err := net.Dial("tcp", server.Listener.Addr().String()); err == nil {
			connection.Write([]byte(text))
			time.Sleep(30 * time.Millisecond)
			connection.Close()
		}
	}
	if _, err := http.Get(server.URL); err != nil {
		log.Print("as it should be, an unknown authority is refused: ", err)
	}
	if _, err := server.Client().Get(server.URL); err != nil {
		log.Print("aborted request: ", err)
	}
	server.Close()
	log.Print("gateway stopped, 0 errors")
}
