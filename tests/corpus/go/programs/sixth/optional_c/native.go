//go:build cgo

package main

// #include <nightcodec.h>
import "C"

var name = "native " + C.GoString(C.codec_version())
