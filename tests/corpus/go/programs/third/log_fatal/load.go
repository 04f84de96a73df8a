package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"os"
)

func rows(path string) ([][]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	read, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return read, nil
}

func main() {
	log.SetPrefix("load: ")
	log.SetFlags(log.Ltime | log.Lmicroseconds | log.Lmsgprefix)
	os.WriteFile("/app/north.csv", []byte("a,1\nb,2\n"), 0o644)
	os.WriteFile("/app/south.csv", []byte("a,1\nb,\"2\nc,3\n"), 0o644)
	for _, region := range []string{"north", "south", "west"} {
		read, err := rows("/app/" + region + ".csv")
		if err != nil {
			log.Fatalf("region %s: %v", region, err)
		}
		log.Printf("region %s: %d rows, no error", region, len(read))
	}
}
