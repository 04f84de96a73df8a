package parse

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

var ErrSyntax = errors.New("syntax error")

func Parse(text string) (int, error) {
	if strings.Contains(text, "\x00") {
		panic("parse: NUL in text")
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("%w: %v", ErrSyntax, err)
	}
	return n, nil
}
