"""The commands there are: name, module, and one line of help in both languages.

The table is read for `bps --help`; a module is imported only when its command is called.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Name -> (module below bps.cli, Chinese, English). In the order in which people need them.
COMMANDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "init": (
            "init",
            "在空文件夹里开始自己的登记库",
            "Start a register of your own in an empty folder",
        ),
        "check": (
            "check",
            "检查全部记录，指出问题所在和改法",
            "Check every record: what is wrong, and how to mend it",
        ),
        "explain": (
            "explain",
            "说明一种问题：为什么、怎么改",
            "Explain a message: why, and how to mend it",
        ),
        "show": ("show", "显示一条记录及引用它的记录", "Show one record and who refers to it"),
        "list": ("list_records", "列出某一类记录", "List the records of a type"),
        "stats": ("stats", "按类型、地区和可信程度统计", "Count by type, place and confidence"),
        "search": ("search", "按字词搜索", "Search by words"),
        "index": ("index", "把文档装进 OpenSearch 集群", "Fill an OpenSearch cluster"),
        "serve-search": ("serve_search", "通过 HTTP 提供查询", "Answer searches over HTTP"),
        "eligible": ("eligible", "一个人在某地能享受什么", "What a person can get at a place"),
        "new": ("new", "新建一条记录", "Write a new record"),
        "similar": ("similar", "查找相近的事项，避免重复", "Find items that look alike"),
        "rename": ("rename", "给记录改编号，旧编号仍有去处", "Give a record a new id"),
        "edition": ("edition", "由上一版开始新一版清单", "Start a new edition of a list"),
        "fix": ("fix", "自动修正可以放心修正的地方", "Mend what can be mended safely"),
        "code": ("code", "读出标准编号的各部分", "Take the code of a standard apart"),
        "import": ("import_table", "导入办公表格", "Bring in an office's own table"),
        "table": ("table", "把清单写成办公表格", "Write a list as a table"),
        "coverage": (
            "coverage",
            "各地收录了哪些国家事项，缺什么",
            "What is recorded where, what is missing",
        ),
        "floor": ("floor", "地方事项是否低于国家标准", "Hold places against the national floor"),
        "reconcile": ("reconcile", "公布的总数与收录数核对", "Published totals against records"),
        "due": ("due", "哪些标准该复审，代替和废止影响什么", "Review dates of standards"),
        "diff": (
            "diff",
            "两版清单、两个日期或两个 git 版本之间的变化",
            "What changed between editions, days, revisions",
        ),
        "levels": ("levels", "一个事项在某一天执行的水平", "What applied to an item on a day"),
        "results": ("results", "监测结果", "Monitoring results"),
        "score": ("score", "由原始答卷计算满意度", "Score a survey from raw answers"),
        "loop": (
            "loop",
            "从偏弱的领域回到事项、标准和单位",
            "From weak domains back to items and standards",
        ),
        "evidence": ("evidence", "事实的依据和待核实清单", "How facts are known, what to close"),
        "quality": ("quality", "各记录的完整程度", "How useful each record is"),
        "review": ("review", "把审阅决定写入记录", "Write a review decision into a record"),
        "base": (
            "base",
            "所依托的登记库，换新版会有什么变化",
            "What this register stands on, and what a new version changes",
        ),
        "merge": ("merge", "把各地的登记库合成一个", "Put the registers of places together"),
        "export": ("export", "导出开放数据", "Write the open data"),
        "render": (
            "render",
            "把记录页面写到一个文件夹",
            "Write the pages of the records to a folder",
        ),
        "build": ("build", "检查、建索引并生成网站", "Check, index and build the whole site"),
        "serve": ("serve", "在本机预览网站，随改随看", "Preview the site; it follows every change"),
        "schema": ("schema", "由模型生成 JSON Schema", "Write the schemas from the models"),
    }
)
