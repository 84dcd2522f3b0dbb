"""Codes of YAML that cannot be read, or that this register does not use."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_RECORD = "catalogue/items/testland/library-card.yml"
_GOOD = Example(_RECORD, "aliases: [读者证]\n")

YAML_SUBSET = (
    declare(
        "yaml-syntax",
        Severity.ERROR,
        ("YAML 写法有误", "Not YAML"),
        ("{meaning}。", "The file cannot be read from here on: {meaning}."),
        (
            "改正这一行（有时是上一行）；之后的内容这次没有检查。",
            "mend this line, or the one above; what follows was not checked this time",
        ),
        (
            "文件从这里起不合 YAML 写法，因此无法读下去。常见原因：缩进不齐、引号或括号没有配对、"
            "文字中有冒号而没有加引号。",
            "From this place on the file is not YAML. Usual causes: uneven indentation, a quote or "
            "bracket that is not closed, a colon inside a text without quotes.",
        ),
        bad=Example(_RECORD, "aliases: [读者证\n"),
        good=_GOOD,
    ),
    declare(
        "second-document",
        Severity.ERROR,
        ("文件里有第二条记录", "Second record in a file"),
        ("“---”之后又开始了一条记录。", 'A second record begins after "---".'),
        ("把它移到单独的文件。", "move it to a file of its own"),
        (
            "一个文件一条记录；很多程序只读第一份，第二份就悄悄丢了。",
            "One file holds one record; many programs read the first document and drop the second "
            "without a word.",
        ),
        bad=Example(_RECORD, "aliases: [读者证]\n---\nid: testland/second\n"),
        good=_GOOD,
    ),
    declare(
        "yaml-directive",
        Severity.ERROR,
        ("有 YAML 指令", "YAML directive"),
        ("文件开头有“%”指令。", 'The file begins with a "%" directive.'),
        ("删去这一行。", "delete the line"),
        (
            "记录只用最简单的 YAML，不需要指令。",
            "Records use the plainest YAML, which needs no directives.",
        ),
        bad=Example(
            "catalogue/units/testland/directed.yml", "%YAML 1.1\n---\nid: testland/directed\n"
        ),
        good=_GOOD,
    ),
    declare(
        "duplicate-key",
        Severity.ERROR,
        ("键重复", "Key said twice"),
        ("键“{key}”在这里第二次出现。", 'The key "{key}" stands here for the second time.'),
        ("删去其中一个，或合并两处内容。", "delete one of the two, or merge what they say"),
        (
            "键重复时，多数程序只留最后一个，前面写的就悄悄丢了。",
            "Most programs keep the last of two equal keys, and what the first one said is lost unseen.",
        ),
        bad=Example(_RECORD, "aliases: [读者证]\naliases: [阅览证]\n"),
        good=Example(_RECORD, "aliases: [读者证, 阅览证]\n"),
    ),
    declare(
        "key-not-text",
        Severity.ERROR,
        ("键不是文字", "Key that is not text"),
        (
            "这里的键是列表、若干“键: 值”或引用。",
            'The key here is a list, "key: value" lines or an alias.',
        ),
        ("键只写小写英文单词，例如 name。", "write a plain word as the key, such as name"),
        (
            "记录也要能写成 JSON，而 JSON 的键只能是文字。",
            "Records can also be written as JSON, whose keys are always text.",
        ),
        bad=Example(_RECORD, "? [aliases, notes]\n: [读者证]\n"),
        good=_GOOD,
    ),
    declare(
        "anchor-used",
        Severity.ERROR,
        ("用了锚点", "Anchor used"),
        ("“&{name}”给这里的值起了锚点名。", '"&{name}" gives the value here an anchor.'),
        (
            "删去“&{name}”；需要重复的内容直接写两遍。以 & 开头的文字要加引号。",
            'delete "&{name}" and write repeated content out; a text that begins with & needs '
            "quotes",
        ),
        (
            "锚点和引用会让一处改动悄悄影响别处，也能使小文件膨胀到无法处理。",
            "With anchors a change in one place alters another unseen, and a small file can swell "
            "beyond measure.",
        ),
        bad=Example(_RECORD, "aliases: &cards [读者证]\n"),
        good=_GOOD,
    ),
    declare(
        "alias-used",
        Severity.ERROR,
        ("用了引用", "Alias used"),
        ("“*{name}”引用了别处的值。", '"*{name}" repeats a value from elsewhere.'),
        (
            "把内容直接写在这里。以 * 开头的文字要加引号。",
            "write the value out; a text that begins with * needs quotes",
        ),
        (
            "读者应当在原处看到全部内容；引用还能使小文件膨胀到无法处理。",
            "A reader should find everything in its place; aliases can also swell a small "
            "file beyond measure.",
        ),
        bad=Example(_RECORD, "name: {zh: &n 借书证, en: *n}\n"),
        good=Example(_RECORD, "name: {zh: 借书证, en: Library card}\n"),
    ),
    declare(
        "merge-key",
        Severity.ERROR,
        ("用了合并键", "Merge key used"),
        ("“<<”从别处并入内容。", '"<<" merges content from elsewhere.'),
        ("把内容直接写在这里。", "write the content out here"),
        (
            "合并键不属于现行 YAML，各程序处理不一。",
            "Merge keys left YAML long ago; programs disagree about them.",
        ),
        bad=Example(_RECORD, "charge: {kind: free, <<: {text: {zh: 首次}}}\n"),
        good=Example(_RECORD, "charge: {kind: free, text: {zh: 首次, en: The first one}}\n"),
    ),
    declare(
        "tag-used",
        Severity.ERROR,
        ("用了类型标签", "Tag used"),
        ("“{tag}”给值加了类型标签。", 'The tag "{tag}" gives the value a type.'),
        ("删去标签；文字用引号即可。", "delete the tag; quotes are enough to mark a text"),
        (
            "标签能让某些程序执行代码；本库的值只有文字、数字、真假、列表和“键: 值”。",
            "Tags can make some programs run code; values here are text, numbers, true or false, "
            "lists and mappings.",
        ),
        bad=Example(_RECORD, "aliases: [!!str 读者证]\n"),
        good=_GOOD,
    ),
    declare(
        "ambiguous-value",
        Severity.WARNING,
        ("值有两种读法", "Value that can be read in two ways"),
        (
            "“{given}”没有加引号，别的程序会读成真假、数字、时间或日期。",
            '"{given}" has no quotes; other programs read it as true or false, a number, a time '
            "or a date.",
        ),
        ('写成 "{given}"。', 'write "{given}" with the quotes'),
        (
            "本库把它读作文字，但别的 YAML 程序会把 no 读成假、2022-07-01 读成日期、010 读成 8。",
            "Here it is text, but other YAML readers take no for false, 2022-07-01 for a date "
            "and 010 for eight.",
        ),
        bad=Example(_RECORD, "aliases: [no]\n"),
        good=Example(_RECORD, 'aliases: ["no"]\n'),
        fixable=True,
    ),
    declare(
        "long-number",
        Severity.ERROR,
        ("数字过长", "Number too long"),
        (
            "“{given}”超过 {limit} 位，没有加引号。",
            '"{given}" has more than {limit} digits and no quotes.',
        ),
        ("它应当是代码，请加引号。", "it must be a code: put it in quotes"),
        (
            "很长的数字在表格软件和浏览器里会丢失末几位。",
            "Spreadsheets and browsers lose the last digits of very long numbers.",
        ),
        bad=Example(_RECORD, "aliases: [12345678901234567890]\n"),
        good=Example(_RECORD, 'aliases: ["12345678901234567890"]\n'),
        fixable=True,
    ),
    declare(
        "too-deep",
        Severity.ERROR,
        ("嵌套过深", "Nested too deeply"),
        ("这里的嵌套超过 {limit} 层。", "Here the nesting goes deeper than {limit} levels."),
        (
            "检查括号和“- ”；真实记录不超过十层。",
            'look for stray brackets or "- "; real records have ten levels at most',
        ),
        (
            "嵌套过深的文件能使一些程序崩溃；之后的内容没有检查。",
            "Deeply nested files crash some programs. What follows was not checked.",
        ),
        bad=Example(_RECORD, f"aliases: {'[' * 40}读者证{']' * 40}\n"),
        good=_GOOD,
    ),
    declare(
        "too-many-nodes",
        Severity.ERROR,
        ("内容过多", "Too much in one record"),
        ("文件里的值超过 {limit} 个。", "The file has more than {limit} values."),
        ("分成几条记录。", "split it into several records"),
        (
            "上限远大于任何真实记录；之后的内容没有检查。",
            "The limit is far above any real record. What follows was not checked.",
        ),
        bad=Example(_RECORD, f"aliases: [{'a,' * 20_001}a]\n"),
        good=_GOOD,
    ),
    declare(
        "too-many-keys",
        Severity.ERROR,
        ("键过多", "Too many keys"),
        (
            "这里有 {count} 个键，上限是 {limit} 个。",
            "There are {count} keys here; the limit is {limit}.",
        ),
        ("改用列表，或分成几条记录。", "use a list, or split the record"),
        ("一条记录至多几十个键。", "A record has some dozens of keys at most."),
        bad=Example(
            _RECORD,
            "charge: {" + ", ".join(f"k{i}: 1234567890123456789012345" for i in range(700)) + "}\n",
        ),
        good=Example(_RECORD, "charge: {kind: free}\n"),
    ),
    declare(
        "text-too-large",
        Severity.ERROR,
        ("文字过长", "Text too long for a record"),
        (
            "这段文字有 {size} 字节，上限是 {limit} 字节。",
            "This text has {size} bytes; the limit is {limit}.",
        ),
        (
            "只写要点，全文用来源记录引用。",
            "keep the main points, and cite the full text as a source",
        ),
        ("页面要让居民读得完。", "A page must be short enough for a resident to read."),
        bad=Example(_RECORD, f"aliases: [{'长' * 30_000}]\n"),
        good=_GOOD,
    ),
)
