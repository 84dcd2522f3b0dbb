"""Codes of adding up: what several registers say differently."""

from __future__ import annotations

from bps.findings.code import declare
from bps.findings.finding import Severity

MERGING = (
    declare(
        "differing-records",
        Severity.ERROR,
        ("两个登记库的同一条记录不同", "One record, two contents"),
        (
            "{first} 和 {second} 都有这条记录，内容不同；后者放在 {kept}。",
            "{first} and {second} both have this record and differ; that of the second is kept in {kept}.",
        ),
        (
            "两家核对，改成一致或改用不同的编号，再合并一次。",
            "let the two agree, or take different ids, and merge again",
        ),
        (
            "合并不丢任何内容，也不替人决定听谁的。",
            "Merging drops nothing and does not decide who is right.",
        ),
    ),
    declare(
        "base-versions",
        Severity.ERROR,
        ("所依托的登记库版本不一", "Two versions of a base"),
        (
            "{first} 和 {second} 依托的 {base} 不是同一版。",
            "{first} and {second} stand on different versions of {base}.",
        ),
        (
            "各登记库先换到同一版，再合并。",
            "bring them to one version first, then merge",
        ),
        (
            "依托不同版本的登记库合在一起，覆盖和底线就没有共同的尺子。",
            "Coverage and floor need one measure for all.",
        ),
    ),
    declare(
        "place-outside-parent",
        Severity.WARNING,
        ("不在本登记库的地区之内", "Outside the place of its register"),
        (
            "登记库 {register} 里的这条记录属于 {whose}，不在 {register} 之内。",
            "This record of the register {register} belongs to {whose}, which is not within {register}.",
        ),
        (
            "核对上级地区（parent），或把记录交给那个地区的登记库。",
            "look at the parent of the place, or give the record to the register of that place",
        ),
        (
            "各登记库各管本地；写了别处的记录，合并后难说由谁负责。",
            "Each register answers for its own place; whoever writes for others leaves open who does.",
        ),
    ),
)
