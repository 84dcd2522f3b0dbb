"""Codes of the program itself: its own faults, and suppressions that no longer serve."""

from __future__ import annotations

from bps.findings.code import declare
from bps.findings.finding import INTERNAL, Severity

PROGRAM = (
    declare(
        "unused-suppression",
        Severity.ERROR,
        ("多余的豁免", "Suppression that suppresses nothing"),
        (
            "{record} 已经没有 {code}，这条豁免不再需要。",
            "{record} no longer has {code}; the suppression is not needed.",
        ),
        ("从 bps.toml 中删去它。", "delete it from bps.toml"),
        (
            "豁免只为已知的例外而设；问题解决后还留着，会掩盖下一次同样的问题。",
            "A suppression is for a known exception; left behind, it would hide the next fault of "
            "the same kind.",
        ),
    ),
    declare(
        "expired-suppression",
        Severity.ERROR,
        ("过期的豁免", "Suppression past its last day"),
        (
            "{record} 的 {code} 豁免到 {until} 为止，问题还在。",
            "The suppression of {code} for {record} ended on {until}, and the fault is still there.",
        ),
        (
            "改正记录并删去豁免；还要再等的，写明新的理由和期限。",
            "mend the record and delete the suppression, or give a new reason and day",
        ),
        (
            "豁免可以写明期限（until）。过了期限，原来的问题重新报告，由人再判断一次。",
            "A suppression may name its last day (until). After it the fault is reported again, so "
            "that somebody decides anew.",
        ),
    ),
    declare(
        "shadows-base",
        Severity.ERROR,
        ("编号与所依托的登记库重复", "Id of a record of the base"),
        (
            "编号“{id}”在所依托的登记库 {base} 里已有记录。",
            'The id "{id}" is that of a record of the base {base}.',
        ),
        (
            "直接引用那条记录；要写本地的情况，另取编号，并用 counterpart 指明国家事项。",
            "refer to that record; for what is local take an id of your own and name the other one as "
            "counterpart",
        ),
        (
            "所依托的登记库只读。同一个编号只能指一条记录，否则引用它的地方就不知道指的是谁。",
            "A base is read-only. One id means one record, or nobody knows which one is meant.",
        ),
    ),
    declare(
        "base-has-errors",
        Severity.ERROR,
        ("所依托的登记库有错误", "Base with errors of its own"),
        (
            "所依托的登记库 {base} 自己有{count}个错误，第一个：{first}。",
            "The base {base} has errors of its own: {count}, the first {first}.",
        ),
        (
            "在那个登记库里运行 bps check 并改正，或换一个没有错误的版本。",
            "run bps check there and mend them, or take a version without errors",
        ),
        (
            "有错误的记录不能可靠地引用。错误要在它自己的文件里改，不在这里。",
            "What has errors cannot be relied on. They are mended in its own files, not here.",
        ),
    ),
    declare(
        INTERNAL,
        Severity.ERROR,
        ("程序自身的错误", "Fault of the program"),
        (
            "{part} 出错：{reason}。其余检查照常完成。",
            "{part} failed: {reason}. All other checks were done.",
        ),
        (
            "这不是记录的错，请把这一行报告给维护者。",
            "this is not the record's fault: please report this line to the maintainers",
        ),
        (
            "检查程序出了意外。它不会中断其他检查，但命令的退出码为 3。",
            "A check broke down. The others go on, and the command ends with exit code 3.",
        ),
    ),
)
