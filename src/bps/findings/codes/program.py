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
