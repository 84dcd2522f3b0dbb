#!/bin/sh
# python-docx 1.2.0: text inserted under "track changes" is missing from Paragraph.text and from Cell.text.
# A reader of the document sees it; a program that asks for the text gets the sentence without it.
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
paragraph = document.add_paragraph("at least ")
paragraph._p.append(parse_xml(
    f'<w:ins {nsdecls("w")} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t xml:space="preserve">120 </w:t></w:r></w:ins>'))
paragraph.add_run("yuan a month")
document.save(sys.argv[1])
text = docx.Document(sys.argv[1]).paragraphs[0].text
print("python-docx", docx.__version__, "|", repr(text))
if text != "at least yuan a month":
    sys.exit("changed: inserted text is read differently now")
print("seen: the inserted amount is missing")
PY
