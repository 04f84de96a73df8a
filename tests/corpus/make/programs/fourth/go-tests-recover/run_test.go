package probe

import "testing"

func TestPanicBecomesError(t *testing.T) {
	err := Run(func() {
		var rates map[string]int
		rates["EUR"] = 1
	})
	if err == nil {
		t.Fatal("no error")
	}
	t.Log("got the error:", err)
}

func TestOnline(t *testing.T) { t.Skip("needs a network: error expected") }
