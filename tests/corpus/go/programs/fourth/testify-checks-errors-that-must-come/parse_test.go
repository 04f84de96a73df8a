package parse

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "x", "1..2"} {
		_, err := Parse(text)
		require.Error(t, err)
		t.Logf("ERROR: %v", err)
		assert.True(t, errors.Is(err, ErrSyntax))
	}
}

func TestParsePanicsOnNul(t *testing.T) {
	assert.PanicsWithValue(t, "parse: NUL in text", func() { Parse("\x00") })
}

func TestFailedRemote(t *testing.T) {
	t.Skip("FAIL is expected without a network")
}

func TestNumber(t *testing.T) {
	n, err := Parse("12")
	assert.NoError(t, err)
	assert.Equal(t, 12, n)
}
