"""Answers what stands in a file, and keeps what it is sent in another."""
import json, sys
replies = open("replies")
with open("requests", "wb", 0) as log:
    for line in sys.stdin.buffer:
        log.write(line)
        kind = json.loads(line).get("type")
        if kind == "close": break
        if kind is None or kind == "batch": continue
        sys.stdout.write(replies.readline())
        sys.stdout.flush()
