package main

import "fmt"

func main() { fmt.Println("codec:", name) }
