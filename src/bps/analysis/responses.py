"""Read raw answers to a survey from CSV text, or say in one sentence what is wrong with them.

Two layouts are understood. Long: one row per answer, columns `question` and `grade`, optionally
`respondent` and `count` (how many people gave this answer). Wide: a column `respondent` and one
column per question number. Headings may be Chinese.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bps.model import Survey

_HEADINGS = {
    "question": "question",
    "题号": "question",
    "问题": "question",
    "grade": "grade",
    "等级": "grade",
    "答案": "grade",
    "count": "count",
    "人数": "count",
    "份数": "count",
    "respondent": "respondent",
    "受访者": "respondent",
    "编号": "respondent",
}
# Columns of a sampling design, which a simple mean would leave out without a word.
_DESIGN = frozenset(
    (
        "weight",
        "weights",
        "权重",
        "权数",
        "stratum",
        "strata",
        "层",
        "分层",
        "cluster",
        "psu",
        "群",
        "样本单元",
    )
)
_QUESTION_HEADING = re.compile(r"^(?:q|Q|第)?\s*([0-9]{1,4})\s*题?$")
_MOST_ANSWERS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, or several equal ones.

    Attributes:
        question: Number of the question.
        grade: Index of the grade in the survey's list.
        count: How many people gave it [persons].
        respondent: Who gave it, where the file says so.
    """

    question: int
    grade: int
    count: int
    respondent: str | None


class ResponsesError(UsageError):
    """The answers cannot be scored.

    Attributes:
        line: Line of the file, counted from 1.
    """

    def __init__(self, line: int, zh: str, en: str) -> None:
        super().__init__(f"第 {line} 行：{zh}", f"Line {line}: {en}")
        self.line = line


def read_responses(text: str, survey: Survey) -> tuple[Answer, ...]:
    """Read the answers of a CSV text.

    Args:
        text: The CSV, first row headings; a byte order mark is ignored.
        survey: The instrument that was used; it names questions and grades.

    Returns:
        The answers, in the order of the file.

    Raises:
        ResponsesError: If a heading, question, grade or count is not one of the survey's, if a
            respondent answers a question twice, or if there is no answer at all.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    rows = _lines(reader)
    head = next(rows, None)
    if head is None:
        raise ResponsesError(1, "文件是空的。", "The file is empty.")
    columns = [_HEADINGS.get(cell.strip(), cell.strip()) for cell in head[1]]
    known = _Known(
        questions={q.number: q.role for q in survey.questions},
        grades={
            name: index
            for index, grade in enumerate(survey.grades)
            for name in (grade.name.zh, grade.name.en)
            if name
        },
    )
    long = "question" in columns and "grade" in columns
    _refuse_columns(head[0], columns, long=long)
    answers = tuple(_long(rows, columns, known) if long else _wide(rows, columns, known))
    if not answers:
        raise ResponsesError(1, "没有一条回答。", "There is not a single answer.")
    _refuse_twins(answers)
    return answers


def _refuse_columns(line: int, columns: Sequence[str], *, long: bool) -> None:
    """Refuse what would otherwise be dropped: a weight left out gives another figure."""
    for column in columns:
        if column in _DESIGN:
            raise ResponsesError(
                line,
                f"有“{column}”一列，但这里只算不加权的简单抽样；请先用统计软件加权，或去掉这一列。",
                f'There is a column "{column}", but only unweighted simple samples are scored here; '
                "weight the answers with a statistics program, or leave the column out.",
            )
        if columns.count(column) > 1:
            raise ResponsesError(
                line, f"“{column}”一列出现了两次。", f'The column "{column}" stands twice.'
            )
        if long and column not in _HEADINGS.values():
            raise ResponsesError(
                line,
                f"不认识“{column}”这一列；可用：题号、等级、人数、受访者。",
                f'The column "{column}" is not known; use question, grade, count, respondent.',
            )


@dataclass(frozen=True, slots=True)
class _Known:
    questions: Mapping[int, str]
    grades: Mapping[str, int]

    def question(self, line: int, text: str) -> int:
        match = _QUESTION_HEADING.match(text.strip())
        number = int(match.group(1)) if match else -1
        role = self.questions.get(number)
        if role is None:
            raise ResponsesError(
                line, f"问卷中没有题号“{text}”。", f'The survey has no question "{text}".'
            )
        if role == "concept":
            raise ResponsesError(
                line,
                f"第 {number} 题是说明，不是测评题。",
                f"Question {number} explains the survey and is not answered.",
            )
        return number

    def grade(self, line: int, text: str) -> int:
        index = self.grades.get(text.strip())
        if index is None:
            names = "、".join(name for name in self.grades if not name.isascii())
            english = ", ".join(name for name in self.grades if name.isascii())
            raise ResponsesError(
                line,
                f"没有“{text}”这个等级，可用：{names}。",
                f'"{text}" is not a grade of this survey ({english or names}).',
            )
        return index


def _lines(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    line = 0
    try:
        for row in reader:
            line = getattr(reader, "line_num", line + 1)
            if any(cell.strip() for cell in row):
                yield line, row
    except csv.Error as error:
        raise ResponsesError(
            line + 1, f"不是有效的 CSV（{error}）。", f"No valid CSV ({error})."
        ) from None


def _long(
    rows: Iterator[tuple[int, list[str]]], columns: Sequence[str], known: _Known
) -> Iterator[Answer]:
    for line, row in rows:
        cells = _cells(line, row, columns)
        yield Answer(
            question=known.question(line, cells["question"]),
            grade=known.grade(line, cells["grade"]),
            count=_count(line, cells["count"]) if "count" in cells else 1,
            respondent=cells.get("respondent", "").strip() or None,
        )


def _wide(
    rows: Iterator[tuple[int, list[str]]], columns: Sequence[str], known: _Known
) -> Iterator[Answer]:
    questions = [
        (place, known.question(1, heading))
        for place, heading in enumerate(columns)
        if heading != "respondent"
    ]
    who = columns.index("respondent") if "respondent" in columns else None
    for line, row in rows:
        _cells(line, row, columns)
        respondent = row[who].strip() if who is not None else ""
        for place, number in questions:
            if row[place].strip():
                yield Answer(
                    question=number,
                    grade=known.grade(line, row[place]),
                    count=1,
                    respondent=respondent or f"line {line}",
                )


def _cells(line: int, row: list[str], columns: Sequence[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise ResponsesError(
            line,
            f"应有 {len(columns)} 列，实有 {len(row)} 列。",
            f"{len(columns)} columns expected, {len(row)} found.",
        )
    return dict(zip(columns, row, strict=True))


def _count(line: int, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,10}", text.strip()) or int(text) > _MOST_ANSWERS:
        raise ResponsesError(
            line,
            f"人数“{text}”应是不小于零的整数。",
            f'The count "{text}" is not a whole number of zero or more.',
        )
    return int(text)


def _refuse_twins(answers: Sequence[Answer]) -> None:
    seen: set[tuple[str, int]] = set()
    for position, answer in enumerate(answers, start=2):
        if answer.respondent is None:
            continue
        key = (answer.respondent, answer.question)
        if key in seen or answer.count > 1:
            raise ResponsesError(
                position,
                f"受访者“{answer.respondent}”对第 {answer.question} 题答了不止一次。",
                f'Respondent "{answer.respondent}" answers question {answer.question} '
                "more than once.",
            )
        seen.add(key)
