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
