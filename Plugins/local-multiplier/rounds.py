"""The sums of the three rounds, and what they can come to."""

from __future__ import annotations

from decimal import Decimal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction
    from typing import Any, Dict, List, Optional, Set, Tuple

ZERO, ONE = Decimal(0), Decimal(1)


class Sums:
    """The money of rows of one round that all count for certain, or all only may count.

    `answered` was received by those whose local share is known, and `local` of it is local;
    `silent` was received by the others.
    """

    __slots__ = ("answered", "local", "silent")

    def __init__(self, answered: Decimal = ZERO, local: Decimal = ZERO,
                 silent: Decimal = ZERO) -> None:
        self.answered, self.local, self.silent = answered, local, silent

    @property
    def received(self) -> Decimal:
        return self.answered + self.silent

    def add(self, received: Decimal, share: Optional[Decimal]) -> None:
        if share is None:
            self.silent += received
        else:
            self.answered += received
            self.local += received * share

    def merge(self, texts: List[str]) -> None:
        answered, local, silent = map(Decimal, texts)
        self.answered += answered
        self.local += local
        self.silent += silent

    def state(self) -> List[str]:
        return [_plain(value) for value in (self.answered, self.local, self.silent)]


class Rounds:
    """What was learnt of the rows. The same rows make the same state in any order and any split."""

    def __init__(self) -> None:
        self.sums: Dict[Tuple[int, bool], Sums] = {
            (turn, member): Sums() for turn in (1, 2, 3) for member in (True, False)}
        #: Who answered in round 3, and who was asked there.
        self.answered: Set[str] = set()
        self.asked: Set[str] = set()
        self.rows = self.unknown_rows = self.unmeasured = 0

    def add(self, turn: int, received: Optional[str], share: Optional[str], name: Optional[str],
            is_member: bool) -> Optional[str]:
        """Takes a row; says what is wrong with it, if anything."""
        if turn not in (1, 2, 3):
            return "the round is 1, 2 or 3"
        part = None if share is None else Decimal(share)
        if part is not None and not 0 <= part <= 1:
            return "a local share lies between 0 and 1; write 0.45 for 45%"
        self.rows += 1
        self.unknown_rows += received is None or not is_member or (turn > 1 and part is None)
        if received is None:
            self.unmeasured += 1
            return None
        if received.startswith("-"):
            return "the money received is below zero; set credits off against what they correct"
        # What of an income is local is said by the rows of round 2.
        self.sums[turn, is_member].add(Decimal(received), ZERO if turn == 1 else part)
        if turn == 3 and name is not None and is_member:
            self.asked.add(name)
            if part is not None:
                self.answered.add(name)
        return None

    def state(self) -> Dict[str, Any]:
        return {"sums": [self.sums[key].state() for key in sorted(self.sums)],
                "answered": sorted(self.answered), "silent": sorted(self.asked - self.answered),
                "rows": [self.rows, self.unknown_rows, self.unmeasured]}

    def merge(self, state: Dict[str, Any]) -> None:
        for key, texts in zip(sorted(self.sums), state["sums"]):
            self.sums[key].merge(texts)
        self.answered.update(state["answered"])
        self.asked.update(state["answered"], state["silent"])
        self.rows += state["rows"][0]
        self.unknown_rows += state["rows"][1]
        self.unmeasured += state["rows"][2]

    @property
    def income(self) -> Decimal:
        """What was certainly received in round 1."""
        return self.sums[1, True].received

    def most(self, turn: int) -> Decimal:
        """The most that can be local of what the rows of a round received."""
        return sum((sums.local + sums.silent for (each, _), sums in self.sums.items()
                    if each == turn), ZERO)

    def bounds(self) -> Tuple[Fraction, Fraction]:
        """The least and the most that LM3 can be; sharp, as the rounds share no row."""
        # Here and not above: it takes long to import, and many starts measure nothing.
        from fractions import Fraction

        least = self.sums[2, True].local + self.sums[3, True].local
        second = self.most(2)
        # Where money of round 2 is not asked after, all of it may have been spent here; a row of
        # round 3 that only may count then takes more from that than it can add itself.
        certain = self.sums[3, True]
        unasked = certain.local + certain.silent + second - certain.received
        most = second + max(self.most(3), unasked)
        widest = self.income + self.sums[1, False].received
        return (1 + Fraction(least) / Fraction(widest), 1 + Fraction(most) / Fraction(self.income))

    def covered(self) -> Fraction:
        """The part of the local money of round 2 that is answered for in round 3, at worst."""
        from fractions import Fraction

        asked = self.sums[3, True].received + self.sums[3, False].received
        wanted = max(self.most(2), asked)
        return Fraction(self.sums[3, True].answered) / Fraction(wanted) if wanted else Fraction(1)

    def remarks(self) -> List[str]:
        """What a reader should know; sums and counts only, since rows may be about persons."""
        third = self.sums[3, True]
        result = ["R1 %s; R2 from %s to %s; R3 of those who answered %s." % (
            _plain(self.income), _plain(self.sums[2, True].local), _plain(self.most(2)),
            _plain(third.local))]
        if self.asked:
            result.append("Answers from %d of %d respondents of round 3." % (
                len(self.answered), len(self.asked)))
        if third.received > self.most(2):
            result.append("Round 3 received %s, more than the %s that round 2 shows as local." % (
                _plain(third.received), _plain(self.most(2))))
        return result


def _plain(value: Decimal) -> str:
    """A number in one spelling, however its terms were written."""
    return format(value.normalize() if value else ZERO, "f")
