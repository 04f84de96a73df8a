package main

import (
	"database/sql"
	"log"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	log.SetPrefix("scheduler: ")
	log.SetFlags(log.LstdFlags | log.Lmsgprefix)
	db, err := sql.Open("sqlite3", "file::memory:")
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	log.Print("database opened")
	var waiting int
	if err := db.QueryRow("SELECT count(*) FROM jobs WHERE state = 'waiting'").Scan(&waiting); err != nil {
		log.Fatalf("cannot count waiting jobs: %v", err)
	}
	log.Printf("%d jobs wait", waiting)
}
