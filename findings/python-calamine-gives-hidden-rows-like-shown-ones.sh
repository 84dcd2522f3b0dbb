#!/bin/sh
# python-calamine 0.9.1: rows and columns that a workbook hides come out like all others, and nothing of the
# sheet says which they are; whether a whole sheet is hidden is the only thing told.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "python-calamine==0.9.1" "XlsxWriter==3.2.5"
"$folder/venv/bin/python" - "$folder/a.xlsx" <<'PY'
import sys
from importlib.metadata import version
import python_calamine, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("list")
for row, text in enumerate(("canteen", "withdrawn service", "library")):
    sheet.write(row, 0, text)
sheet.set_row(1, None, None, {"hidden": True})
book.close()
read = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_name("list")
rows = read.to_python()
told = [name for name in dir(read) if "hidden" in name.lower() or "visible" in name.lower()]
print("python-calamine", version("python-calamine"), "|", rows, "| names that tell:", told)
if rows != [["canteen"], ["withdrawn service"], ["library"]] or told:
    sys.exit("changed: hidden rows are treated differently now")
print("seen: the hidden row is read and nothing says that it is hidden")
PY
