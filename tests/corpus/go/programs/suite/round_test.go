package round

import (
	"errors"
	"fmt"
	"testing"
)

func TestPanicsBehindTheEnd(t *testing.T) {
	defer func() {
		r := recover()
		if r == nil {
			t.Fatal("no panic")
		}
		t.Logf("panic: %v (as expected)", r)
	}()
	Half([]int{4}, 1)
}

func TestErrorTexts(t *testing.T) {
	for _, e := range []error{errors.New("fatal error: disk"), fmt.Errorf("panic: %w", errors.New("inner"))} {
		t.Run(e.Error(), func(t *testing.T) { fmt.Println("error under test:", e) })
	}
}

func BenchmarkHalf(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Half([]int{4}, 0)
	}
}

func ExampleHalf() {
	defer func() { fmt.Println("panic:", recover()) }()
	Half(nil, 0)
	// Output: panic: runtime error: index out of range [0] with length 0
}
