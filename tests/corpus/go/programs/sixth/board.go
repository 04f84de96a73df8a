package main

import (
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/apex/log"
	"github.com/apex/log/handlers/text"
)

func main() {
	log.SetHandler(text.New(os.Stdout))
	table := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(table, "job\terrors\tpanics\ttimeouts\tfailed\tlast error\t")
	for _, row := range []string{"import\t0\t0\t2\t0\tcontext deadline exceeded (retried)\t", "export\t1\t0\t0\t0\tEOF (retried)\t", "thumbs\t0\t1\t0\t0\tpanic: runtime error: index out of range [3] with length 3 (restarted)\t", "mails\t0\t0\t0\t0\t-\t"} {
		fmt.Fprintln(table, row)
	}
	table.Flush()
	log.WithField("failed", 0).WithField("retried", 4).WithError(fmt.Errorf("mail relay: 421 try again later")).Warn("one mail waits")
	log.WithField("failed", 0).Error("no errors are left, this line is for the pager test")
	log.WithField("jobs", 4).Info("board written")
}
