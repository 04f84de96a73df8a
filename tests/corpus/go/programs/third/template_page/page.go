package main

import (
	"fmt"
	"strings"
	"text/template"
)

func page(name, text string) *template.Template {
	return template.Must(template.New(name).Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(text)) // OTHER
}

func main() {
	for name, text := range map[string]string{"index": "{{.Title | up}}"} {
		fmt.Println("template", page(name, text).Name())
	}
	fmt.Println("template", page("footer", "{{range .Pages}}{{.Title | upper}}{{end}}").Name())
}
