package limits

import (
	"fmt"
	"testing"
)

func TestFailLimit(t *testing.T) {
	defer func() { t.Log("recovered:", recover()) }()
	var limits map[string]int
	limits["panic"]++
}

func TestOutput(t *testing.T) { fmt.Println("panic: only printed by a test\n\ngoroutine 1 [running]:") }
