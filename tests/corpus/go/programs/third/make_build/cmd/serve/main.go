package main

import "strings"

type row struct {
	sku   string
	price float64
}

func parse(line string) row {
	sku, price, _ := strings.Cut(line, ";")
	return row{sku, price} // RAISES
}

func main() { println(parse("a;1").sku) }
