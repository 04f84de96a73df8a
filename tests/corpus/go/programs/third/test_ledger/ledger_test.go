package ledger

import "testing"

func TestEmptyHasNoError(t *testing.T) {
	if Sum(nil) != 0 {
		t.Error("not empty")
	}
}

func TestInEqualsOut(t *testing.T) {
	t.Log("comparing 2 books")
	in, out := Sum([]int{40, 2, 7}), Sum([]int{41, 7})
	if in != out {
		t.Fatalf("in and out differ: %d and %d", in, out) // RAISES
	}
}

func TestSkipped(t *testing.T) { t.Skip("panic: only the name of a reason") }
