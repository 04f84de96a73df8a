package fields

import "testing"

func FuzzSplit(f *testing.F) {
	f.Add("AB:1;2")
	f.Add("XX:")
	f.Fuzz(func(t *testing.T, line string) {
		kind, fields := Split(line)
		if len(kind) != 2 || len(fields) == 0 {
			t.Errorf("%q: kind %q, %d fields", line, kind, len(fields))
		}
	})
}
