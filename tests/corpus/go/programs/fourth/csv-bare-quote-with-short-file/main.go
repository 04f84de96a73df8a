package main

import (
	"encoding/csv"
	"io"
	"log"
	"os"
)

var logger = log.New(os.Stderr, "import: ", log.LstdFlags|log.Lshortfile|log.LUTC)

func main() {
	file, err := os.Open("stations.csv")
	if err != nil {
		logger.Fatalln(err)
	}
	reader := csv.NewReader(file)
	for {
		row, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			logger.Fatalln("stations.csv:", err) // RAISES
		}
		logger.Println("station", row[0])
	}
	logger.Println("done")
}
