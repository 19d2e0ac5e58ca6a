"""Reads each feed and prints what it holds, one JSON object a line."""
import json
import sys

import feedparser

# Titles as they are: the default sanitises what it takes for HTML.
feedparser.SANITIZE_HTML = 0


def read(path):
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        raise feed.bozo_exception
    return [{"id": entry.id, "title": entry.title} for entry in feed.entries]


for path in sys.argv[1:]:
    try:
        print(json.dumps({"path": path, "items": read(path)}))
    except Exception as problem:  # whatever a feed makes it raise is a verdict on the feed
        print(json.dumps({"path": path, "error": repr(problem)}))
