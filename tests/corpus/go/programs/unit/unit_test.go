package unit

import (
	"errors"
	"testing"
)

func TestPanics(t *testing.T) {
	defer func() { t.Log("expected panic:", recover()) }()
	panic("row 7 is bad")
}

func TestErrors(t *testing.T) {
	for _, n := range []string{"timeout", "closed", "fatal error", "nil pointer", "deadlock"} {
		t.Run(n, func(t *testing.T) { t.Log("error is", errors.New(n)) })
	}
}

func TestSkipped(t *testing.T) { t.Skip("needs the network") }
