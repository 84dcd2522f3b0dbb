"""Why a reader leaves a text out, in the words of the report."""

from __future__ import annotations

from typing import Final

from bps.findings import Words

STRUCK: Final = Words("划掉的文字，未读取", "struck out, not taken")
HIDDEN: Final = Words("隐藏的文字，未读取", "hidden text, not taken")
DELETED: Final = Words("修订中已删除的文字，未读取", "deleted in the tracked changes, not taken")
MOVED: Final = Words("修订中已移走的文字，未读取", "moved away in the tracked changes, not taken")
COMMENT: Final = Words("批注，未读取", "a comment, not taken")
FOOTNOTE: Final = Words("脚注，未读取", "a footnote, not taken")
MARGIN: Final = Words("页眉或页脚，未读取", "page header or footer, not taken")
PICTURE: Final = Words("图片，读不出文字", "a picture, no text can be read from it")
CHART: Final = Words("图表，未读取", "a chart, not taken")
SHAPE: Final = Words("文本框或图形里的文字，未读取", "text in a box or drawing, not taken")
OBJECT: Final = Words("嵌入的文件，未读取", "an embedded file, not taken")
FORMULA: Final = Words("公式没有存结果", "a formula without a stored result")
ERROR: Final = Words("出错的单元格，未读取", "a cell with an error, not taken")
COVERED: Final = Words("被合并的单元格盖住，未读取", "covered by merged cells, not taken")
BEYOND: Final = Words("在第200列以后，未读取", "beyond column 200, not taken")
OVERLONG: Final = Words(
    "这一行比表头多出单元格，文字里可能有没加引号的分隔符，整行未读取",
    "the row has more cells than its header, perhaps a separator without quotes; it was not taken",
)
