package codes

//go:generate stringer -type=Code

type Code int

const (
	Paid Code = iota
	Refused
)
