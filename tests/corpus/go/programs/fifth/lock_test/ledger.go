package ledger

import "sync"

type Ledger struct {
	mu    sync.Mutex
	total map[string]int
}

func (l *Ledger) Add(account string, cents int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.total[account] += cents
	if cents < 0 {
		l.audit(account)
	}
}

func (l *Ledger) audit(account string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.total[account]
}
