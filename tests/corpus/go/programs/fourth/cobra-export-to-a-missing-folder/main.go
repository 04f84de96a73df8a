package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

func main() {
	var out string
	root := &cobra.Command{Use: "atlas", Short: "Makes maps"}
	export := &cobra.Command{
		Use:   "export SHEET",
		Short: "Exports a sheet",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			fmt.Println("exporting", args[0])
			file, err := os.Create(filepath.Join(out, args[0]+".svg"))
			if err != nil {
				return fmt.Errorf("sheet %s: %w", args[0], err)
			}
			return file.Close()
		},
	}
	export.Flags().StringVarP(&out, "out", "o", ".", "folder of the result")
	export.Flags().Bool("ignore-errors", false, "go on after an error")
	root.AddCommand(export)
	if root.Execute() != nil {
		os.Exit(1)
	}
}
