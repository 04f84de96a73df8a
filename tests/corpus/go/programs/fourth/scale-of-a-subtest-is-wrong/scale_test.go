package scale

import "testing"

func TestScale(t *testing.T) {
	for _, c := range []struct {
		name       string
		value, max int
		want       float64
	}{{"none", 0, 10, 0}, {"half", 5, 10, 0.5}, {"negative", -5, 10, 0}, {"full", 10, 10, 1}} {
		t.Run(c.name, func(t *testing.T) {
			if got := Scale(c.value, c.max); got != c.want {
				t.Fatalf("Scale(%d, %d) = %v, want %v", c.value, c.max, got, c.want) // RAISES
			}
		})
	}
}

func TestNothing(t *testing.T) {
	t.Skip("needs a screen")
}
