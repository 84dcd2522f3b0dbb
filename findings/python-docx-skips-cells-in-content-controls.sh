#!/bin/sh
# python-docx 1.2.0: a table cell that stands in a content control is no cell of its row; the cells behind it
# move one column to the left, so that values land under the wrong headings without a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "python-docx==1.2.0"
"$folder/venv/bin/python" - "$folder/a.docx" <<'PY'
import sys
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
document = docx.Document()
table = document.add_table(rows=2, cols=3)
for cell, text in zip(table.rows[0].cells, ("name", "amount", "unit")):
    cell.text = text
row = table.rows[1]
for cell, text in zip(row.cells, ("canteen", "200", "bureau")):
    cell.text = text
inner = row.cells[1]._tc
control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr/><w:sdtContent/></w:sdt>')
inner.addprevious(control)
control.find(docx.oxml.ns.qn("w:sdtContent")).append(inner)
document.save(sys.argv[1])
read = [[cell.text for cell in each._tr.tc_lst and each.cells] for each in docx.Document(sys.argv[1]).tables[0].rows]
print("python-docx", docx.__version__, "|", read)
if read[1][1] != "bureau":
    sys.exit("changed: cells in content controls are read differently now")
print("seen: the unit stands under the heading of the amount")
PY
