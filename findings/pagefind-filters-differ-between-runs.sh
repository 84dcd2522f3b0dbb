#!/bin/sh
# Pagefind 1.5: two runs over the same pages write filter files with different bytes and names.
# A site that promises equal bytes for equal input cannot keep filters; without them the runs agree.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "pagefind==1.5.2" "pagefind-bin==1.5.2"
for with in filters plain; do
  for run in one two; do
    site="$folder/$with-$run"
    mkdir -p "$site"
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
      mark=""
      if [ "$with" = filters ]; then mark="<span data-pagefind-filter=\"place\">Place $n</span>"; fi
      printf '<!doctype html><html lang="en"><title>Page %s</title><main data-pagefind-body>%s<p>Words of page %s</p></main></html>' \
        "$n" "$mark" "$n" >"$site/page-$n.html"
    done
    "$folder/venv/bin/python" -m pagefind --site "$site" --quiet >/dev/null
  done
done
"$folder/venv/bin/python" -m pagefind --version
names() { (cd "$1/pagefind" && find . -type f -exec sha256sum {} + | sort); }
names "$folder/filters-one" >"$folder/a"
names "$folder/filters-two" >"$folder/b"
names "$folder/plain-one" >"$folder/c"
names "$folder/plain-two" >"$folder/d"
if cmp -s "$folder/a" "$folder/b"; then echo "changed: two runs with filters are equal now"; exit 1; fi
if ! cmp -s "$folder/c" "$folder/d"; then echo "changed: two runs without filters differ"; exit 1; fi
echo "seen: with filters the two runs differ, without filters they are equal"
