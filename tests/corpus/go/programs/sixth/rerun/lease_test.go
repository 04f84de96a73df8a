package lease

import (
	"os"
	"testing"
)

func TestAcquire(t *testing.T) {}

func TestRenewUnderLoad(t *testing.T) {
	count, _ := os.ReadFile("count")
	os.WriteFile("count", append(count, 'x'), 0o644)
	if len(count) < 2 {
		t.Logf("lease: renew: rpc error: code = Unavailable desc = transport is closing")
		t.Fatalf("lease was lost after %d renewals", len(count)+4)
	}
}

func TestExpiryPanics(t *testing.T) {
	defer func() {
		t.Logf("recovered: %v", recover())
	}()
	var owners map[string]int
	owners["a"] = 1
}
