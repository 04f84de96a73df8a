package fields

import (
	"errors"
	"fmt"
	"strings"
)

var ErrShort = errors.New("fatal: line is too short")

// Split cuts a line of the exchange format.
func Split(line string) ([]string, error) {
	if len(line) < 3 {
		return nil, fmt.Errorf("split %q: %w", line, ErrShort)
	}
	return strings.Split(line[3:], ";"), nil
}
