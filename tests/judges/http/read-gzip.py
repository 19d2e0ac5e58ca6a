"""Pairs of a compressed and a plain file: does the first inflate to exactly the second?"""
import gzip
import sys

pairs = iter(sys.argv[1:])
for zipped, plain in zip(pairs, pairs):
    with gzip.open(zipped) as compressed, open(plain, "rb") as document:
        if compressed.read() != document.read():
            print(f"{plain}: inflates to something else")
