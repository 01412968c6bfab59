"""Names, and how alike they are. All names are made up."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from likeness import Likeness, alike, candidates, is_within  # noqa: E402
from names import key, names, words  # noqa: E402


class NamesTests(unittest.TestCase):
    def test_furniture_case_and_signs_say_nothing(self) -> None:
        for text in ("Trent Building Ltd", "TRENT BUILDING LIMITED", "Trent  Building, Ltd.",
                     "The Trent Building Co. PLC", "Trent-Building & Co"):
            self.assertEqual(key(words(text)), "trentbuilding", text)

    def test_and_is_one_word_however_it_is_written(self) -> None:
        self.assertEqual(words("Marsh & Sons"), words("Marsh and Sons Ltd"))

    def test_accents_and_apostrophes_say_nothing(self) -> None:
        self.assertEqual(words("Caf\u00e9 O'Neill"), words("CAFE ONEILL"))

    def test_letters_that_stand_alone_are_one_word(self) -> None:
        self.assertEqual(words("J. D. Marsh"), ("jd", "marsh"))
        self.assertEqual(words("J D Marsh"), words("JD Marsh"))

    def test_what_a_short_field_leaves_of_limited_says_nothing(self) -> None:
        self.assertEqual(words("Riverside Community Transport Serv L"),
                         ("riverside", "community", "transport", "serv"))
        # A short name was not cut off, so its last letter is its own.
        self.assertEqual(words("Plan L"), ("plan", "l"))

    def test_a_name_of_furniture_alone_keeps_it(self) -> None:
        self.assertEqual(words("The Company"), ("the", "company"))

    def test_trading_names_are_names_of_their_own(self) -> None:
        self.assertEqual(names("Marsh Ltd t/a Lace Market Catering"),
                         [("marsh",), ("lace", "market", "catering")])
        self.assertEqual(names("T/A Lace Market Catering"), [("lace", "market", "catering")])
        self.assertEqual(names("---"), [()])


class LikenessTests(unittest.TestCase):
    def test_words_are_alike_in_hundredths(self) -> None:
        for left, right, wanted in (("print", "print", 100), ("services", "servces", 85),
                                    ("services", "serv", 80), ("castle", "hassle", 0),
                                    ("building", "buidling", 85), ("unit5", "unit6", 0),
                                    ("ab", "abc", 0)):
            self.assertEqual(alike(left, right), wanted, (left, right))
            self.assertEqual(alike(right, left), wanted, (right, left))

    def test_changes_of_letters_are_counted(self) -> None:
        self.assertTrue(is_within("castle", "caslte", 1))
        self.assertTrue(is_within("castle", "castles", 1))
        self.assertFalse(is_within("castle", "caslets", 1))

    def test_rare_words_weigh_more(self) -> None:
        found = [("trent", "services"), ("trent", "group"), ("derwent", "services")]
        found += [("other%d" % each, "services") for each in range(50)]
        likeness = Likeness(found)
        self.assertGreater(likeness.score(found[0], found[1]), likeness.score(found[0], found[2]))
        self.assertEqual(likeness.score(found[0], found[0]), 100)
        self.assertEqual(likeness.score((), ()), 0)

    def test_a_score_does_not_depend_on_the_side(self) -> None:
        found = [words(text) for text in ("Castle Print Works", "Castle Printing", "Print Castle",
                                          "Castel Print Wrks Ltd", "Lace Market")]
        likeness = Likeness(found)
        for left in found:
            for right in found:
                self.assertEqual(likeness.score(left, right), likeness.score(right, left))

    def test_names_without_a_common_beginning_are_not_compared(self) -> None:
        pairs, passed_over = candidates([("castle", "print"), ("castel",), ("lace", "print")])
        self.assertEqual(sorted(pairs), [(0, 1), (0, 2)])
        self.assertEqual(passed_over, 0)

    def test_beginnings_that_too_many_names_share_are_passed_over(self) -> None:
        pairs, passed_over = candidates([("services",)] * 101)
        self.assertEqual((list(pairs), passed_over), ([], 1))


if __name__ == "__main__":
    unittest.main()
