"""Prints where the entries of one feed come from, as a JSON list."""
import json
import sys

import feedparser


def seen(entry):
    return {
        "guid": entry.id,
        "published": entry.published,
        "modified": entry.updated,
        "byline": [author.name for author in entry.get("authors", [])],
        "rights": entry.get("rights", ""),
        "original": entry.get("source", {}).get("title", ""),
        "credits": [credit["content"] for credit in entry.get("media_credit", [])],
        "links": [{key: link[key] for key in ("rel", "href", "title") if key in link} for link in entry.links],
    }


with open(sys.argv[1], "rb") as file:
    print(json.dumps([seen(entry) for entry in feedparser.parse(file.read()).entries]))
