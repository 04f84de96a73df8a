package main

import (
	"fmt"
	"log"
	"os"

	"github.com/urfave/cli"
)

func main() {
	app := cli.NewApp()
	app.Name = "thumbs"
	app.Usage = "makes thumbnails"
	app.Version = "1.4.0"
	app.Commands = []cli.Command{{
		Name:  "run",
		Usage: "runs over a folder",
		Flags: []cli.Flag{
			cli.StringFlag{Name: "out", Usage: "where to write", Required: true},
			cli.IntFlag{Name: "max-errors", Value: 10, Usage: "errors that are borne"},
		},
		Action: func(c *cli.Context) error {
			fmt.Println("writing to", c.String("out"))
			return nil
		},
	}}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}
