package main

import (
	"errors"
	"fmt"
)

type failure struct{ code int }

func fail(code int) error { return fmt.Errorf("failure %d: %w", code, errors.New("error of the compiler's notes")) }

func panics(f *failure) { panic(f) }

func main() {
	if errors.Is(fail(1), nil) {
		panics(&failure{1})
	}
	fmt.Println("noted")
}
