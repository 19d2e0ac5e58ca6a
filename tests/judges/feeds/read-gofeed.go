// Reads each feed and prints what it holds, one JSON object a line.
package main

import (
	"encoding/json"
	"os"

	"github.com/mmcdole/gofeed"
)

type item struct {
	Id    string `json:"id"`
	Title string `json:"title"`
}

type read struct {
	Path  string `json:"path"`
	Error string `json:"error,omitempty"`
	Items []item `json:"items"`
}

func readFeed(path string) read {
	result := read{Path: path, Items: []item{}}
	file, err := os.Open(path)
	if err != nil {
		result.Error = err.Error()
		return result
	}
	defer file.Close()
	feed, err := gofeed.NewParser().Parse(file)
	if err != nil {
		result.Error = err.Error()
		return result
	}
	for _, entry := range feed.Items {
		result.Items = append(result.Items, item{entry.GUID, entry.Title})
	}
	return result
}

func main() {
	printer := json.NewEncoder(os.Stdout)
	for _, path := range os.Args[1:] {
		if err := printer.Encode(readFeed(path)); err != nil {
			panic(err)
		}
	}
}
