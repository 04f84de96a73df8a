package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

func render(page int) (bytes int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "page %d: %v\n", page, r)
			os.Stderr.Write(debug.Stack())
		}
	}()
	sizes := []int{10, 20, 30}
	if page%13 == 4 {
		return sizes[page]
	}
	return sizes[page%3]
}

func main() {
	for page := 0; page < 42; page++ {
		fmt.Println("page", page, "bytes", render(page))
	}
	fmt.Println("42 pages, 3 of them empty")
}
