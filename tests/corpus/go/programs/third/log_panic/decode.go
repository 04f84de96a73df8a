package main

import (
	"encoding/json"
	"log"
)

type event struct {
	ID   int    `json:"id"`
	Kind string `json:"kind"`
}

func decode(text string) (e event) {
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		log.Panicf("event %q: %v", text, err) // OTHER
	}
	return e
}

func main() {
	log.SetFlags(log.Ldate | log.Ltime | log.LUTC)
	for _, text := range []string{`{"id": 1, "kind": "error"}`, `{"id": 2, "kind": "order"}`, `{"id": "3", "kind": "order"}`} {
		log.Println("event", decode(text).ID)
	}
}
