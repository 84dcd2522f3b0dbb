"""Codes of files that cannot be read, or stand where no record stands."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_RECORD = "catalogue/items/testland/library-card.yml"

FILES = (
    declare(
        "unreadable-file",
        Severity.ERROR,
        ("文件打不开", "File cannot be opened"),
        ("文件打不开：{reason}。", "The file cannot be opened: {reason}."),
        (
            "检查文件是否存在、当前用户是否有读取权限。",
            "check that the file is there and that you may read it",
        ),
        (
            "操作系统拒绝读取该文件。其他文件照常检查。",
            "The operating system refused to hand out the file. All other files are checked.",
        ),
    ),
    declare(
        "not-a-plain-file",
        Severity.ERROR,
        ("不是普通文件", "Not a plain file"),
        (
            "这里应当是普通文件，却是链接、文件夹、管道或设备。",
            "This should be a plain file, but it is a link, a folder, a pipe or a device.",
        ),
        (
            "换成普通文件，或移出数据文件夹。",
            "put a plain file there, or move it out of the data folder",
        ),
        (
            "链接可能指到登记库之外，管道会让程序一直等待；数据文件夹里只放普通文件。",
            "A link may lead out of the register and a pipe would make a program wait for ever; "
            "data folders hold plain files only.",
        ),
    ),
    declare(
        "file-extension",
        Severity.ERROR,
        ("扩展名不对", "Wrong file extension"),
        (
            "“{given}”不会被读取：记录文件以 .yml 结尾。",
            '"{given}" is not read: files of records end in .yml.',
        ),
        ("改名为 {wanted}。", "rename it to {wanted}"),
        (
            "只有一种扩展名，就不会有文件被悄悄漏掉。",
            "With one spelling only, no file is left out without a word.",
        ),
        bad=Example(
            "catalogue/units/testland/reading-office.yaml", "id: testland/reading-office\n"
        ),
        good=Example("catalogue/units/testland/culture-office.yml", "aliases: [文化办]\n"),
    ),
    declare(
        "file-too-large",
        Severity.ERROR,
        ("文件过大", "File too large"),
        (
            "文件有 {size} 字节，上限是 {limit} 字节。",
            "The file has {size} bytes; the limit is {limit}.",
        ),
        (
            "一个文件只写一条记录；长文档放在别处，用来源记录引用。",
            "keep one record per file; put long documents elsewhere and cite them as a source",
        ),
        (
            "上限远大于任何真实记录，用来防止误放的大文件拖慢所有人。",
            "The limit is far above any real record and keeps a misplaced file from slowing "
            "everybody down.",
        ),
    ),
    declare(
        "unknown-folder",
        Severity.ERROR,
        ("文件夹不对应任何记录类型", "Folder of no record type"),
        (
            "“{folder}”不是任何一类记录的文件夹。",
            '"{folder}" is not the folder of any type of record.',
        ),
        (
            "移到正确的文件夹，例如 {nearest}。",
            "move the file to the right folder, such as {nearest}",
        ),
        (
            "文件夹决定记录的类型和地区，例如 catalogue/items/<地区>/ 放服务事项。",
            "The folder says which type of record a file holds and for which place: "
            "catalogue/items/<place>/ holds service items.",
        ),
        bad=Example(
            "catalogue/offices/testland/reading-office.yml",
            "id: testland/reading-office\nname: {zh: 阅读办公室, en: Reading office}\n",
        ),
        good=Example("catalogue/units/testland/culture-office.yml", "aliases: [文化办]\n"),
    ),
    declare(
        "reserved-name",
        Severity.ERROR,
        ("文件名在 Windows 上不能用", "Name that Windows does not allow"),
        (
            "“{name}”是 Windows 保留的设备名，这个登记库在 Windows 上会取不下来。",
            '"{name}" is the name of a device on Windows: the register could not be checked out there.',
        ),
        ("换一个名字，编号也一起改。", "give it another name, and the id with it"),
        (
            "con、prn、aux、nul、com1 到 com9、lpt1 到 lpt9 在 Windows 上代表设备，"
            "带不带扩展名都不能作文件名或文件夹名。",
            "con, prn, aux, nul, com1 to com9 and lpt1 to lpt9 are devices on Windows; with or without "
            "an extension they cannot name a file or a folder.",
        ),
        bad=Example("catalogue/units/testland/con.yml", "id: testland/con\n"),
        good=Example("catalogue/units/testland/culture-office.yml", "aliases: [文化办]\n"),
    ),
    declare(
        "empty-file",
        Severity.ERROR,
        ("空文件", "Empty file"),
        ("文件里没有记录。", "The file holds no record."),
        (
            "写入记录，或删除文件。",
            "write the record, or remove the file",
        ),
        (
            "每个文件恰好一条记录；只有注释的文件也算空文件。",
            "Every file holds exactly one record; a file of comments is empty too.",
        ),
        bad=Example(_RECORD.replace("library-card", "empty"), "# 以后再写\n"),
        good=Example(_RECORD, "aliases: [读者证]\n"),
    ),
    declare(
        "merge-conflict",
        Severity.ERROR,
        ("合并冲突没有处理完", "Unresolved merge conflict"),
        (
            "这里有 git 的冲突标记：两个人改了同一处，还没有选定用哪一种写法。",
            "Here stand the marks of a git conflict: two people changed the same lines, and nobody has "
            "chosen between them yet.",
        ),
        (
            "留下对的内容，删去 <<<<<<<、======= 和 >>>>>>> 三种标记行。",
            "keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        (
            "标记行之间的两种写法都在文件里，程序无法替人选择，整个文件暂不读取。",
            "Both versions stand in the file; a program cannot choose for you, so the file is not read.",
        ),
        bad=Example(
            _RECORD,
            "notes:\n<<<<<<< HEAD\n  - {zh: 甲}\n=======\n  - {zh: 乙}\n>>>>>>> other\n",
        ),
        good=Example(_RECORD, "aliases: [读者证]\n"),
    ),
    declare(
        "full-width-colon",
        Severity.ERROR,
        ("键后面是全角冒号", "Full-width colon after a key"),
        (
            "“{key}”后面是中文的全角冒号“：”，程序只认英文冒号加空格“: ”。",
            'Behind "{key}" stands the full-width colon "：" of Chinese; a key ends with ": ".',
        ),
        ("改成“{key}: ”。", 'write "{key}: "'),
        (
            "全角冒号是文字的一部分，这一行因此不是“键: 值”，后面的内容也读不下去。",
            'A full-width colon is part of a text, so that line is no "key: value" and what follows '
            "cannot be read.",
        ),
        bad=Example(_RECORD, "aliases：[读者证]\n"),
        good=Example(_RECORD, "aliases: [读者证]\n"),
    ),
    declare(
        "root-not-mapping",
        Severity.ERROR,
        ("文件不是“键: 值”", "File is not made of keys"),
        (
            "文件最外层应当是“键: 值”各行，这里却是列表或一段文字。",
            'A record is made of "key: value" lines; this file begins with a list or a text.',
        ),
        ("以 id: 一行开头写记录。", "begin the record with the line id:"),
        (
            "一个文件一条记录，因此最外层是键，而不是记录的列表。",
            "One file holds one record, so its outermost level has keys and is not a list of "
            "records.",
        ),
        bad=Example(_RECORD.replace("library-card", "listed"), "- id: testland/listed\n"),
        good=Example(_RECORD, "aliases: [读者证]\n"),
    ),
)
