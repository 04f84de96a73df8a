package old

import "example.org/gone/errors"

var _ = errors.New
