package main

import "fmt"

func main() {
	var groups [][]byte
	for n := 0; n < 64; n++ {
		group := make([]byte, 128<<20)
		for i := 0; i < len(group); i += 4096 {
			group[i] = 1
		}
		groups = append(groups, group)
		fmt.Println("groups held:", len(groups))
	}
}
