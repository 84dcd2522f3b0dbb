"""How much one client may ask for: a bucket of turns that fills up again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Clients remembered at most; who was not heard of for longest is forgotten first, with a full bucket.
_MOST_CLIENTS: Final = 10_000


@dataclass(slots=True)
class Turns:
    """Turns of every client.

    Attributes:
        per_second: How many turns come back each second [1/s].
        most: How many turns a client may have saved up [turns].
        clock: Gives the time [s].
    """

    per_second: float
    most: int
    clock: Callable[[], float]
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, client: str) -> float:
        """Take one turn of a client.

        Returns:
            0 if there was one, else how long until there is one [s].
        """
        now = self.clock()
        left, since = self._left.pop(client, (float(self.most), now))
        left = min(float(self.most), left + (now - since) * self.per_second)
        wait = 0.0 if left >= 1 else (1 - left) / self.per_second
        self._left[client] = (left if wait else left - 1, now)
        while len(self._left) > _MOST_CLIENTS:
            self._left.popitem(last=False)
        return wait
