package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
)

func many(n int, form string) {
	for i := 0; i < n; i++ {
		fmt.Printf(form+"\n", i)
	}
}

func handle(i int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("WARN http: panic serving 10.0.0.7:%d: %v\n%s", 40000+i, r, debug.Stack())
		}
	}()
	var pages []string
	if i == 2 {
		fmt.Println(pages[i])
	}
	fmt.Printf("INFO GET /pages/%d 200\n", i)
}

func main() {
	switch os.Args[1] {
	case "served":
		for i := 0; i < 30; i++ {
			handle(i)
		}
		fmt.Println("INFO drained, 30 requests, stopping")
	case "help":
		fmt.Println("usage: importer [flags] FILE\n  -on-error string  stop or skip (default \"stop\")\nA bad row ends the run with \"panic: row 7 is bad\" and the code 2.\n  -max-errors int   0 allows no error")
	case "json":
		many(30, `{"level":"info","seq":%d,"error":null,"panic":false,"err":""}`)
	case "metrics":
		many(24, `go_panics_recovered_total{handler="pages",shard="%d"} 0`)
	case "progress":
		many(25, "ok  \tgithub.com/acme/shop/errors/panic%d\t0.01s")
	case "sql":
		many(22, "DEBUG SELECT id FROM error_log WHERE level = 'ERROR' AND shard = %d rows=0")
	case "config":
		many(24, "panic_on_error_%d = false")
	case "refused":
		for _, s := range []string{"1", "x", "3", ""} {
			if n, err := strconv.Atoi(s); err != nil {
				fmt.Println("row skipped by -on-error=skip:", err)
			} else {
				fmt.Println("value", n)
			}
		}
		many(21, "table %d indexed")
	case "where":
		fmt.Println("DEBUG called from:")
		os.Stdout.Write(debug.Stack())
		many(24, "page %d rendered")
	case "retry":
		for i := 0; i < 26; i++ {
			if i == 2 || i == 3 {
				fmt.Printf("level=warning msg=\"will be tried again\" error=\"connection reset by peer\" stack=%q\n", debug.Stack())
			}
			fmt.Printf("level=info msg=copied shard=%d\n", i)
		}
	}
}
