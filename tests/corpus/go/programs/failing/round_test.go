package round

import "testing"

func TestHalfOfFour(t *testing.T) {
	if Half([]int{4}, 0) != 2 {
		t.Fatal("not 2")
	}
}

func TestHalfOfTheThird(t *testing.T) {
	t.Log("three values are needed")
	if Half([]int{4, 6}, 2) != 3 {
		t.Error("not 3")
	}
}
