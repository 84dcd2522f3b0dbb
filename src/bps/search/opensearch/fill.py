"""Fill a cluster: a fresh index beside the one in use, swapped in when every document is counted.

A reader sees the whole old index or the whole new one, never a part. The index before stays for a
roll-back. Documents have the ids of their records, so that sending one twice does no harm.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bps.errors import UsageError
from bps.search.answer import FACETS
from bps.search.index import FIELDS
from bps.search.opensearch.client import connect, in_words
from bps.search.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from opensearchpy import OpenSearch

    from bps.search.index import IndexedDocument, SearchIndex

DOCUMENTS_AT_ONCE: Final = 500
BYTES_AT_ONCE: Final = 5 * 1024 * 1024
# What passes by itself: too many requests, a node that is going or coming.
_PASSING: Final = frozenset({429, 502, 503, 504, "N/A"})
_ROUNDS: Final = 6
_FIRST_PAUSE: Final = 1  # [s], doubled each time
_STATE: Final = "state"
_FILLING, _WHOLE = "filling", "whole"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that the cluster did not take.

    Attributes:
        id: Its id in the index.
        status: What the cluster answered, an HTTP status, or "N/A" for no answer.
        reason: Why, in the cluster's words.
    """

    id: str
    status: int | str
    reason: str


class FillRefused(UsageError):  # noqa: N818 - reads as a noun in the interface
    """The fresh index is not whole; the one before stays in use.

    Attributes:
        failures: Documents that were not taken.
    """

    def __init__(self, name: str, failures: Sequence[Failure], *, held: int, wanted: int) -> None:
        first = f"{failures[0].id}: {failures[0].reason}" if failures else ""
        zh, en = (f"（{first}）", f" ({first})") if first else ("", "")
        super().__init__(
            f"OpenSearch 只收下 {wanted} 篇中的 {held} 篇{zh}；索引 {name} 没有启用，原来的继续使用。",
            f"OpenSearch took {held} of {wanted} documents{en}; index {name} is not put to use, "
            "the one before stays.",
        )
        self.failures = tuple(failures)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put to use.

    Attributes:
        name: Name of the index.
        documents: How many documents it has [documents].
        before: The index that was in use, kept for a roll-back; "" for none.
        unchanged: Whether the cluster held the same records already, so that nothing was sent.
    """

    name: str
    documents: int
    before: str = ""
    unchanged: bool = False


class Cluster:
    """The indexes of one alias.

    Args:
        addresses: Addresses of nodes.
        alias: Name by which the index is searched.
    """

    def __init__(self, addresses: Sequence[str], *, alias: str = "bps") -> None:
        self._addresses = tuple(addresses)
        self._alias = alias
        self._client: OpenSearch = connect(addresses)

    def fill(
        self,
        index: SearchIndex,
        *,
        stamp: str = "",
        shards: int = 1,
        replicas: int = 1,
        progress: Callable[[int, int], None] | None = None,
    ) -> Filled:
        """Write all documents into a fresh index, count them, then let the alias point to it.

        Args:
            index: The documents.
            stamp: Stamp of the records; a cluster that holds the same is not filled again.
            shards: Into how many parts the index is cut.
            replicas: How many copies of each part there are besides; they are there from the
                beginning, so that a node that dies takes nothing with it.
            progress: Told how many of how many documents the cluster has taken.

        Returns:
            What was put to use.

        Raises:
            FillRefused: If the cluster did not take every document.
            UsageError: If the cluster refuses or does not answer.
        """
        with in_words(self._addresses):
            current = self._in_use()
            if stamp and current and self._meta(current).get("stamp") == stamp:
                return Filled(current, self._count(current), unchanged=True)
            fresh = self._next_name()
            body = {
                "settings": _settings(shards, replicas),
                "mappings": _mappings({"stamp": stamp, _STATE: _FILLING}),
            }
            # Copies come first: a document that one node alone has would go with that node.
            copies = min(1 + replicas, self._client.cluster.health()["number_of_data_nodes"])
            self._client.indices.create(
                index=fresh, body=body, params={"wait_for_active_shards": copies}
            )
            try:
                self._send(fresh, index, progress)
                self._put_to_use(fresh, current, stamp=stamp, wanted=len(index.entries))
            except BaseException:
                self._client.indices.delete(index=fresh, ignore=[404])
                raise
            self._forget_older({fresh, current})
            return Filled(fresh, len(index.entries), before=current)

    def roll_back(self) -> Filled:
        """Let the alias point to the index before the one in use.

        Returns:
            What is in use now.

        Raises:
            UsageError: If there is none before, or the cluster does not answer.
        """
        with in_words(self._addresses):
            current = self._in_use()
            older = [name for name in self._whole() if _number(name) < _number(current)]
            if not current or not older:
                raise UsageError(
                    f"“{self._alias}”没有可退回的旧索引。",
                    f'There is no index before the one in use for "{self._alias}".',
                )
            target = max(older, key=_number)
            self._point_to(target, current)
            return Filled(target, self._count(target), before=current)

    def _send(
        self,
        name: str,
        index: SearchIndex,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        """Send every document; what fails in passing is sent again, with longer and longer pauses."""
        from opensearchpy.helpers import streaming_bulk

        waiting = list(index.entries)
        by_key = index.by_key
        lost: list[Failure] = []
        taken, pause = 0, _FIRST_PAUSE
        for _ in range(_ROUNDS):
            again: list[Failure] = []
            answers = streaming_bulk(
                self._client,
                _actions(waiting, name, index),
                chunk_size=DOCUMENTS_AT_ONCE,
                max_chunk_bytes=BYTES_AT_ONCE,
                raise_on_error=False,
                raise_on_exception=False,
                max_retries=_ROUNDS,
                initial_backoff=_FIRST_PAUSE,
            )
            for good, answer in answers:
                if good:
                    taken += 1
                    if progress is not None:
                        progress(taken, len(index.entries))
                    continue
                failure = _failure(answer)
                (again if failure.status in _PASSING else lost).append(failure)
            if not again:
                break
            waiting = [by_key[failure.id] for failure in again]
            time.sleep(pause)
            pause *= 2
        else:
            lost += again
        if lost:
            raise FillRefused(name, lost, held=taken, wanted=len(index.entries))

    def _put_to_use(self, fresh: str, current: str, *, stamp: str, wanted: int) -> None:
        """Make the documents visible, count them, then swap."""
        self._client.indices.refresh(index=fresh)
        held = self._count(fresh)
        if held != wanted:
            raise FillRefused(fresh, (), held=held, wanted=wanted)
        usual: dict[str, Any] = {"index": {"refresh_interval": None}}
        self._client.indices.put_settings(index=fresh, body=usual)
        meta = {"_meta": {"stamp": stamp, _STATE: _WHOLE}}
        self._client.indices.put_mapping(index=fresh, body=meta)
        self._point_to(fresh, current)

    def _point_to(self, name: str, current: str) -> None:
        """Swap in one step: no reader finds the alias without an index."""
        actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": self._alias}}]
        if current:
            actions.append({"remove": {"index": current, "alias": self._alias}})
        self._client.indices.update_aliases(body={"actions": actions})

    def _count(self, name: str) -> int:
        """How many documents an index has; one that cannot be counted as a whole counts as none."""
        answer = self._client.count(index=name)
        return 0 if answer["_shards"]["failed"] else int(answer["count"])

    def _in_use(self) -> str:
        """The index that the alias points to, or ""."""
        found = self._client.indices.get_alias(name=self._alias, ignore=[404])
        names = [
            name for name, held in found.items() if isinstance(held, dict) and "aliases" in held
        ]
        return max(names, key=_number, default="")

    def _meta(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self._client.indices.get_mapping(index=name)[name]["mappings"]
        meta: dict[str, Any] = found.get("_meta", {})
        return meta

    def _all(self) -> list[str]:
        """Every index of this alias, in use, kept or half-filled."""
        found = self._client.indices.get(index=f"{self._alias}-*", ignore=[404])
        return [name for name in found if _number(name)]

    def _whole(self) -> list[str]:
        return [name for name in self._all() if self._meta(name).get(_STATE) == _WHOLE]

    def _next_name(self) -> str:
        return f"{self._alias}-{max(map(_number, self._all()), default=0) + 1}"

    def _forget_older(self, kept: set[str]) -> None:
        """Remove what came before the index kept for a roll-back, and what killed runs left.

        A half-filled index with a higher number belongs to a run that began later, and stays.
        """
        newest = max(map(_number, kept))
        for name in self._all():
            if name not in kept and _number(name) < newest:
                self._client.indices.delete(index=name, ignore=[404])


def _number(name: str) -> int:
    last = name.rpartition("-")[2]
    return int(last) if last.isascii() and last.isdigit() else 0


def _failure(answer: dict[str, Any]) -> Failure:
    told = next(iter(answer.values()))
    error = told.get("error", "")
    reason = error.get("reason", "") if isinstance(error, dict) else str(error)
    return Failure(str(told.get("_id", "")), told.get("status", "N/A"), reason)


def _settings(shards: int, replicas: int) -> dict[str, Any]:
    # Nobody searches a half-filled index: it need not be refreshed before it is full.
    return {
        "index": {
            "number_of_shards": shards,
            "number_of_replicas": replicas,
            "refresh_interval": "-1",
        }
    }


def _mappings(meta: dict[str, str]) -> dict[str, Any]:
    words = {name: {"type": "text", "analyzer": "whitespace"} for name in FIELDS}
    values = {f"is_{facet}": {"type": "keyword"} for facet in FACETS}
    return {"dynamic": "strict", "_meta": meta, "properties": {**words, **values}}


def _actions(
    entries: Sequence[IndexedDocument], name: str, index: SearchIndex
) -> Iterator[dict[str, Any]]:
    for entry in entries:
        words = {
            field: " ".join(tokens_of(text, index.lexicon)) for field, text in entry.fields.items()
        }
        values = {f"is_{facet}": list(entry.document.values_of(facet)) for facet in FACETS}
        yield {"_index": name, "_id": entry.document.key, **words, **values}
