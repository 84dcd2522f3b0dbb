"""`bps eligible`: what a person can get at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.eligibility import Offers, Outcome
    from bps.findings.words import Words
    from bps.link import Registry


@click.command("eligible")
@click.option(
    "--at", "place", help="Id of the place; the nation when left out. 地区的编号；不写时是国家。"
)
@click.option(
    "--set",
    "answers",
    multiple=True,
    metavar="KEY=VALUE",
    help="What is known about the person; may be repeated. 已知的个人情况，可多次给出。",
)
@shared_options
@click.pass_obj
def command(session: Session, place: str | None, answers: Sequence[str]) -> None:
    """Say what a person can get at a place: yes, maybe (and what is missing), no.

    Repeat --set for several values; insurance, health and family take none for "none of these".

    Example: bps eligible --at shenzhen-futian --set age=67 --set service=veteran

    说明一个人在某地能享受什么：可以、可能（还缺什么）、不适合。

    有几个值的项，--set 可以重复写；insurance、health、family 写 none 表示都没有。

    例如：bps eligible --at shenzhen-futian --set age=67 --set service=veteran
    """
    from bps.analysis.eligibility import contradictions, offers_at, outcome, read_situation

    situation = read_situation(_pair(text) for text in answers)
    registry = session.open(rules=False).registry
    offers = offers_at(registry, place or _nation(registry))
    outcomes = [outcome(offer, situation) for offer in offers.offers]
    for words in (*contradictions(situation), *_about_place(registry, offers)):
        session.remark(words.zh, words.en)
    if session.is_json:
        session.emit(_as_json(outcomes))
    else:
        _print_groups(session, registry, outcomes)


def _nation(registry: Registry) -> str:
    from bps.errors import UsageError
    from bps.relations.places import nation

    found = nation(registry)
    if found is None:
        raise UsageError(
            "这个登记库里没有国家，请用 --at 写明地区。",
            "This register has no nation: say with --at which place is meant.",
        )
    return found


def _pair(text: str) -> tuple[str, str]:
    from bps.errors import UsageError

    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise UsageError(
            f"“{text}”应写成“项=值”，如 age=67。", f'"{text}" should be KEY=VALUE, such as age=67.'
        )
    return name, value


def _about_place(registry: Registry, offers: Offers) -> list[Words]:
    from bps.findings.words import Words

    name = registry.get("jurisdiction", offers.place).name
    zh, en = name.in_language("zh"), name.in_language("en")
    if offers.falls_back:
        return [
            Words(
                f"{zh}还没有记下本地的事项，以下按国家清单。",
                f"No local items are recorded for {en}; the national list applies.",
            )
        ]
    return []


def _as_json(outcomes: Sequence[Outcome]) -> dict[str, list[object]]:
    groups: dict[str, list[object]] = {"yes": [], "maybe": [], "no": []}
    for one in outcomes:
        if one.group == "maybe":
            untested = [{"zh": text.zh, "en": text.en} for text in one.untested]
            groups["maybe"].append(
                {"id": one.id, "missing": list(one.missing), "untested": untested}
            )
        else:
            groups[one.group].append(one.id)
    return groups


def _print_groups(session: Session, registry: Registry, outcomes: Sequence[Outcome]) -> None:
    titles = {
        "yes": ("可以享受", "You should get this"),
        "maybe": ("可能享受，要看", "You may get this, if …"),
        "no": ("不适合", "Not for you"),
    }
    for group, (zh, en) in titles.items():
        found = [one for one in outcomes if one.group == group]
        session.say(f"\n{zh}（{len(found)}）", f"\n{en} ({len(found)})")
        for one in found:
            name = registry.get("item", one.id).name.in_language(session.lang)
            click.echo(f"  {name}  {one.id}")
            for line in _details(session, one):
                click.echo(f"    {line}")


def _details(session: Session, one: Outcome) -> list[str]:
    if one.group == "yes":
        return []
    because = [text.in_language(session.lang) for text in one.because]
    if one.group == "maybe":
        because = because if one.missing else []
        check = session.pick("要核实：", "To be checked: ")
        return because + [check + text.in_language(session.lang) for text in one.untested]
    instead = session.pick("可以这样：", "Instead: ")
    return because + [instead + text.in_language(session.lang) for text in one.instead]
