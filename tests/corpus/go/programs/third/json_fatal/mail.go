package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"
)

func line(level, msg string, fields map[string]any) {
	fields["level"], fields["msg"], fields["ts"] = level, msg, time.Now().UTC().Format(time.RFC3339Nano)
	text, _ := json.Marshal(fields)
	fmt.Fprintln(os.Stderr, string(text))
}

func limit(text string) (int, error) {
	value, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("setting MAIL_LIMIT: %w", err)
	}
	return value, nil
}

func main() {
	line("info", "mailer starts", map[string]any{"error": nil})
	value, err := limit("10 per hour")
	if err != nil {
		line("fatal", "mailer cannot start", map[string]any{"error": err.Error()})
		line("info", "mailer ends", map[string]any{"sent": 0})
		os.Exit(78)
	}
	line("info", "limit", map[string]any{"limit": value})
}
