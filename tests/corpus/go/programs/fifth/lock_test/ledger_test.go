package ledger

import "testing"

func TestAdd(t *testing.T) {
	l := &Ledger{total: map[string]int{}}
	l.Add("rent", 900)
	t.Log("rent booked")
}

func TestRefund(t *testing.T) {
	l := &Ledger{total: map[string]int{}}
	l.Add("rent", -100)
}
