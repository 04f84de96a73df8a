//go:build !cgo

package main

var name = "pure"
