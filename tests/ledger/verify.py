#!/usr/bin/env python3
"""Walks the ledger of a GeoPackage store, or of its entries one a line (NDJSON, "-" for standard input), knowing nothing but docs/ledger.md.

verify.py PARK.gpkg [NUMBER:HASH]      the second is a head kept from an earlier day
Prints each fault and then the head; exit code 1 where there is a fault.
"""
import hashlib
import json
import sqlite3
import sys


def read(data):
    """The members that the chain needs, or None where the bytes are no entry."""
    try:
        entry = json.loads(data)
        texts = [entry[name] for name in ("about", "at", "since", "before")]
        return (entry["number"], *texts) if all(isinstance(text, str) for text in texts) else None
    except (ValueError, KeyError, TypeError):
        return None


def entries(place):
    """(number, what the columns say or None, bytes) and the head that the store tells, if it tells one."""
    if place == "-" or not place.endswith(".gpkg"):
        lines = sys.stdin.buffer if place == "-" else open(place, "rb")
        return ((number, None, line.rstrip(b"\n")) for number, line in enumerate(lines, 1)), None
    store = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    rows = store.execute("SELECT number, about, at, since, entry FROM ledger ORDER BY number")
    head = store.execute("SELECT number || ':' || hash FROM ledger_head").fetchone()
    return ((row[0], row[1:4], bytes(row[4])) for row in rows), head and head[0]


def faults(rows, told, kept):
    number, before, time = 0, "0" * 64, ""
    for found, columns, data in rows:
        named, *own, bears = read(data) or (found, *(columns or ("", time, "")), None)
        if found != number + 1 or named != found:
            yield f"{found}: comes after {number}"
        if bears != before:
            yield f"{found}: " + ("does not bear the hash of the entry before it" if bears else "cannot be read")
        if columns is not None and list(columns) != own:
            yield f"{found}: the columns beside it say otherwise"
        if own[1] < time:
            yield f"{found}: was recorded before the entry before it"
        number, before, time = found, hashlib.sha256(data).hexdigest(), own[1]
        if kept and kept.startswith(f"{number}:") and kept != f"{number}:{before}":
            yield f"{number}: is not the entry whose hash was kept"
    if told and told != f"{number}:{before}":
        yield f"the store tells the head {told}"
    if kept and int(kept.split(":")[0]) > number:
        yield f"entries up to {kept} are gone"
    print(f"{number}:{before}")


found = list(faults(*entries(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None))
print(*found, sep="\n", end="\n" if found else "")
sys.exit(1 if found else 0)
