#!/bin/sh
# openpyxl 3.1.5: a cell of which part is struck out reads as one plain text, the struck part included.
# A list in which an office crossed out the old amount so gives both amounts; rich_text=True shows the strike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "openpyxl==3.1.5" "XlsxWriter==3.2.5"
"$folder/venv/bin/python" - "$folder/list.xlsx" <<'PY'
import sys
import openpyxl, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet()
sheet.write_rich_string("A1", book.add_format({"font_strikeout": True}), "100", book.add_format(), " 120 yuan")
book.close()
plain = openpyxl.load_workbook(sys.argv[1]).active["A1"].value
rich = openpyxl.load_workbook(sys.argv[1], rich_text=True).active["A1"].value
struck = [block.text for block in rich if getattr(getattr(block, "font", None), "strike", False)]
print("openpyxl", openpyxl.__version__, "| plain:", repr(plain), "| struck:", struck)
if plain != "100 120 yuan" or struck != ["100"]:
    sys.exit("changed: struck-out text is read differently now")
print("seen: the plain value holds the struck-out amount without a sign of it")
PY
