package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

type restoreError struct {
	File string
	Err  error
}

func (e *restoreError) Error() string { return "restore " + e.File + ": " + e.Err.Error() }
func (e *restoreError) Unwrap() error { return e.Err }

func archive() *bytes.Buffer {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, name := range []string{"a.db", "b.db"} {
		w.WriteHeader(&tar.Header{Name: name, Size: 2000, Mode: 0o600})
		w.Write(make([]byte, 2000))
	}
	out.Truncate(out.Len() - 900)
	return &out
}

func restore(from io.Reader) error {
	for r := tar.NewReader(from); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		size, err := io.Copy(io.Discard, r)
		if err != nil {
			return &restoreError{header.Name, err}
		}
		fmt.Println("restored", header.Name, size)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "giving up, 1 file restored")
		panic(err) // RAISES
	}
}

func main() {
	defer fmt.Println("unlocked")
	check(restore(archive()))
}
