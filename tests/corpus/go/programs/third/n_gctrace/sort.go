package main

import (
	"fmt"
	"sort"
)

func main() {
	total := 0
	for round := 0; round < 40; round++ {
		values := make([]string, 20000)
		for i := range values {
			values[i] = fmt.Sprint("error-", i*7919%20000)
		}
		sort.Strings(values)
		total += len(values)
	}
	fmt.Println("sorted", total, "names of errors")
}
