package main

import "log"

type shard struct {
	name string
	rows int
}

func main() {
	s := shard{"north", 12}
	log.Printf("shard %s has %d rows", s.rows, s.name)
}
