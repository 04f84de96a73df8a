package fields

import "strings"

// Split cuts a line of the exchange format: a kind of two letters, a colon, fields with semicolons.
func Split(line string) (kind string, fields []string) {
	kind = line[:2]
	return kind, strings.Split(line[3:], ";")
}
