package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	var failFast bool
	root := &cobra.Command{Use: "ledger", Short: "Keeps the ledger of the night"}
	sync := &cobra.Command{
		Use:        "sync",
		Short:      "Copies the ledger to its mirrors",
		Deprecated: "use \"ledger push\", sync fails on mirrors with TLS 1.3",
		Run:        func(*cobra.Command, []string) { fmt.Println("2 mirrors in sync, 0 errors") },
	}
	push := &cobra.Command{
		Use:   "push MIRROR",
		Short: "Pushes the ledger to a mirror",
		Long: "Pushes the ledger to a mirror.\n\nWhen a mirror cannot be reached the push ends with 1 and\n\n" +
			"    Error: push to mirror-b: dial tcp: lookup mirror-b: no such host\n\n" +
			"and when the ledger itself is damaged, with 2 and\n\n    panic: ledger: page 7: checksum mismatch\n\n    goroutine 1 [running]:\n    main.verify(...)",
		Run: func(*cobra.Command, []string) {},
	}
	push.Flags().BoolVar(&failFast, "fail-fast", false, "stop at the first failed mirror")
	push.Flags().Bool("ignore-errors", false, "go on when a mirror fails")
	sync.Flags().Int("tries", 3, "tries")
	sync.Flags().MarkDeprecated("tries", "failed mirrors are tried until the end of the night")
	root.AddCommand(sync, push)
	for _, args := range [][]string{{"push", "--help"}, {"sync", "--tries", "4"}} {
		root.SetArgs(args)
		if root.Execute() != nil {
			os.Exit(1)
		}
	}
}
