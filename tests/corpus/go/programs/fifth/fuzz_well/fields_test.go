package fields

import (
	"errors"
	"os"
	"testing"
)

func FuzzSplit(f *testing.F) {
	f.Add("AB:1;2")
	f.Fuzz(func(t *testing.T, line string) {
		if _, err := Split(line); err != nil && !errors.Is(err, ErrShort) {
			t.Fatal(err)
		}
	})
}

func TestShortLines(t *testing.T) {
	for _, line := range []string{"", "A", "AB"} {
		t.Run("failed-"+line, func(t *testing.T) {
			_, err := Split(line)
			if err == nil {
				t.Fatal("no error for a short line")
			}
			t.Logf("as wanted: error: %v", err)
		})
	}
}

func TestAgainstDatabase(t *testing.T) {
	if os.Getenv("DATABASE_URL") == "" {
		t.Skip("error: DATABASE_URL is not set, connection refused on the build machine")
	}
}

func TestRecoversFromPanic(t *testing.T) {
	defer func() {
		if p := recover(); p == nil {
			t.Error("no panic")
		} else {
			t.Logf("panic: %v [recovered]", p)
		}
	}()
	var fields []string
	_ = fields[len(fields)]
}
