"""`bps score`: satisfaction scores from the raw answers to a survey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from bps.analysis.score import SurveyScore
    from bps.cli.shared import Session
    from bps.findings.words import Words

_MOST_BYTES = 64 * 1024 * 1024


@click.command("score")
@click.argument("responses", type=click.Path(path_type=Path))
@click.option(
    "--survey", required=True, metavar="ID", help="The survey that was used. 所用的调查。"
)
@answer_options
@click.pass_obj
def command(
    session: Session,
    responses: Path,
    survey: str,
    on: date,  # noqa: ARG001 - scores do not depend on a day
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Score a survey from a CSV of raw answers.

    由原始答卷（CSV）计算满意度。列：question,grade[,count][,respondent]，或每题一列。
    """
    from bps.analysis.names import Names
    from bps.analysis.responses import read_responses
    from bps.analysis.score import score_survey
    from bps.analysis.tables.score import score_tables

    registry = session.open(rules=False).registry
    instrument = registry.get("survey", survey)
    result = score_survey(instrument, read_responses(_text(responses), instrument))
    answer(
        session,
        score_tables(result, Names(registry)),
        form=form,
        table=table,
        everything=everything,
        headline=_headline(result),
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(
                f"{path} 超过 64 MiB；请拆成几份。", f"{path} is larger than 64 MiB; split it."
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise UsageError(
            f"读不到文件 {path}；请核对文件名和读取权限。",
            f"The file {path} cannot be read; check its name and whether you may read it.",
        ) from None
    except UnicodeDecodeError:
        raise UsageError(
            f"{path} 不是 UTF-8 编码，请另存为 UTF-8。", f"{path} is not UTF-8; save it as UTF-8."
        ) from None


def _headline(result: SurveyScore) -> list[Words]:
    from bps.findings.words import Words

    if result.index is None:
        first = Words(
            zh="没有领域得分，算不出总指数。", en="No domain has a score, so there is no index."
        )
    else:
        band = result.band
        one = result.index
        zh, en = "回答太少或完全一样，没有区间", "no interval: too few answers, or all alike"
        if one.low is not None and one.high is not None:
            zh = f"95% 区间 {one.low:.2f}—{one.high:.2f}"
            en = f"95 % interval {one.low:.2f} to {one.high:.2f}"
        first = Words(
            zh=f"总指数 {one.value:.2f}（{zh}）" + (f"，{band.in_language('zh')}" if band else ""),
            en=f"Index {one.value:.2f} ({en})" + (f", {band.in_language('en')}" if band else ""),
        )
    return [first, *result.remarks]
