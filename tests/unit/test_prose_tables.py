"""Tables of hand-written pages learn the names of their columns, for narrow screens."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bps.site.prose_tables import stack_tables

TABLE = """<table>
<thead>
<tr>
<th>字段</th>
<th class="num">多少 <em>“&amp;”</em></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>id</code></td>
<td class="num">1</td>
</tr>
<tr>
<td></td>
<td class="num">2</td>
</tr>
</tbody>
</table>"""


def test_cells_carry_the_name_of_their_column_and_rows_a_head() -> None:
    tree = HTMLParser(stack_tables(TABLE, caption="表格"))
    assert [node.attributes["data-label"] for node in tree.css("td.num")] == ["多少 “&”"] * 2
    assert [node.text() for node in tree.css("tbody th[scope=row]")] == ["id"]
    assert [node.text() for node in tree.css("thead th")] == ["字段", "多少 “&”"]
    assert tree.css_first("table.stack") is not None


def test_every_table_is_a_region_with_a_name_of_its_own() -> None:
    tree = HTMLParser(stack_tables(f"<p>a</p>{TABLE}<p>b</p>{TABLE}", caption="表格"))
    names = [node.attributes["aria-label"] for node in tree.css("div.table[role=region]")]
    assert names == ["表格 1", "表格 2"]


def test_a_page_without_tables_stays_as_it_is() -> None:
    assert stack_tables("<p>td</p>", caption="表格") == "<p>td</p>"
