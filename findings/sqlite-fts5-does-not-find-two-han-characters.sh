#!/bin/sh
# SQLite FTS5: neither built-in tokenizer finds a Chinese word of two characters inside a longer run.
# unicode61 takes the whole run for one token; trigram needs three characters. One blank after each character
# and a phrase query find it.
set -eu
python3 - <<'PY'
import sqlite3, sys
found = {}
for name, options, text, query in (
    ("unicode61", "unicode61", "城市低保标准", "低保"),
    ("trigram", "trigram", "城市低保标准", "低保"),
    ("spaced", "unicode61", " ".join("城市低保标准"), '"低 保"'),
):
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE t USING fts5 (words, tokenize = '{options}')")
    base.execute("INSERT INTO t VALUES (?)", (text,))
    found[name] = len(base.execute("SELECT 1 FROM t WHERE t MATCH ?", (query,)).fetchall())
print("SQLite", sqlite3.sqlite_version, found)
if found != {"unicode61": 0, "trigram": 0, "spaced": 1}:
    sys.exit("changed: the tokenizers behave differently now")
print("seen: only the spaced text is found")
PY
