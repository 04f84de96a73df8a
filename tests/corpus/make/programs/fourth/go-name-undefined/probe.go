package main

import "time"

const timeout = 3 * time.Second

func probe(host string, limit time.Duration) string {
	return host + " within " + limit.String()
}
