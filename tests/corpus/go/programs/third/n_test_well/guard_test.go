package guard

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"testing"
)

func guard(call func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "panic: %v [recovered]\n%s", r, debug.Stack())
			err = fmt.Errorf("guarded: %v", r)
		}
	}()
	call()
	return nil
}

func TestPanicBecomesError(t *testing.T) {
	if err := guard(func() { panic("boom") }); err == nil || err.Error() != "guarded: boom" {
		t.Fatal(err)
	}
}

func TestFailWord(t *testing.T) {
	t.Log("FAIL: is only a word here; error:", errors.New("expected error"))
}

func BenchmarkPanic(b *testing.B) {
	for n := 0; n < b.N; n++ {
		_ = fmt.Errorf("fatal error %d", n)
	}
}
