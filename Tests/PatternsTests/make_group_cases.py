#!/usr/bin/env python3
"""Writes GroupCases.swift: what Python's `re` finds where `Pattern.firstGroup` should find the same.

Run it here after a change: python3 make_group_cases.py. The patterns are those of which RE2 and
Python give one meaning: `$` only where no line end comes last, classes such as `\\d` for ASCII.
"""
import pathlib
import random
import re

WRITTEN = [
    (r"^(\S+) : ", ["NHS0000RJ701 : St Georges", "UK0479435601 : Prime Care", " : x", "ab"]),
    (r"(\d{4}-\d\d)", ["spend/2024-04.csv", "2024-4 2023-11-02", "24-04"]),
    (r"(\d+)", ["a12b345", "", "x"]), (r"\d+", ["a12b345", "none"]),
    (r"a*", ["", "aaa", "baaa"]), (r"a*?", ["aaa"]), (r"a+?", ["aaa"]), (r"(a+?)$", ["aaab", "baa"]),
    (r"(a|ab)(c|bcd)", ["abcd", "acd", "abc"]), (r"(ab|a)(bcd|c)?", ["abcd", "ac"]),
    (r"(?:a|ab)(c|bcd)", ["abcd"]), (r"(a)|b", ["b", "ba", "ab"]), (r"(?:(a)|b)*", ["ab", "ba", "abb"]),
    (r"((a)(b)?)+", ["aba", "abab", "aab"]), (r"(a(b(c)))", ["xabcabc"]), (r"x(?:y(z))?", ["xy", "xyz"]),
    (r"()", ["", "abc"]), (r"(|a)", ["a"]), (r"(|a)+", ["aaa"]), (r"(a|)+", ["b"]),
    (r"(a*)+", ["b"]), (r"(a*)*", ["b"]), (r"(?:a?)*?(b)", ["aab"]), (r"(?:|a)*(b)", ["aab"]),
    (r"^(.*?)(?: LTD)?$", ["ACME LTD", "ACME", " LTD"]), (r"^(.*)-(.*)$", ["a-b-c", "ab"]),
    (r"(.+?)-", ["a-b-c", "-"]), (r"\bM(\d+)\b", ["in M3 4LX", "M30X M4"]), (r"\B(\d)", ["a1 2", "12"]),
    (r"(?i)(straße)", ["STRAßE 5", "strasse"]), (r"(?i)société (\w+)", ["SOCIÉTÉ Alpha"]),
    (r"([^:]+):\s*(\d{8})", ["KINGS COLLEGE LONDON:03529700", "日本: 12345678"]),
    (r"(.)(.)", ["日本語", "é"]), ("(é|e\u0301)+", ["e\u0301é"]), (r"(?s)(.+)b", ["a\nb\nb"]),
    (r"(.+)b", ["a\nab\nb"]), (r"(?m)^(\w+)$", ["\nab\ncd", "a b\nc"]), (r"(?P<code>[A-Z]{2})\d", ["xAB1", "A1"]),
    (r"(a{2,3}?)", ["aaaa", "a"]), (r"(a{2,3})", ["aaaa"]), (r"(?:ab){2,}(c?)", ["ababab", "ababc"]),
    (r"([a-c]+|x)(y?)", ["zxy", "abcy"]), (r"(foo|foobar|foob)(?:ar)?$", ["foobar"]),
    (r"(?:(x)|(y))+z", ["xyz", "yxz"]), (r"((?:a|b)*?)c", ["ababc", "c"]), (r"(?:(a{0,2})b)*", ["aabab", "b"]),
]


def random_cases(seed, wanted):
    rng = random.Random(seed)

    def piece(depth):
        kind = rng.randrange(9 if depth else 4)
        if kind < 3:
            return rng.choice("abc")
        if kind == 3:
            return rng.choice([".", "[ab]", "[^a]", "^", "$", r"\b"])
        if kind == 4:
            return "(" + body(depth - 1) + ")"
        if kind == 5:
            return "(?:" + body(depth - 1) + "|" + body(depth - 1) + ")"
        return rng.choice(["a", "b", "(?:" + body(depth - 1) + ")", "(" + body(depth - 1) + ")"]) + rng.choice(
            ["*", "+", "?", "*?", "+?", "??", "{1,2}", "{0,2}?", "{2}"]
        )

    def body(depth):
        return "".join(piece(depth) for _ in range(rng.randint(1, 3)))

    cases = []
    while len(cases) < wanted:
        pattern = body(2)
        # A body that can be empty inside a loop is where the engines differ on the last round.
        if loops_over_nothing(pattern):
            continue
        texts = ["".join(rng.choice("abcab") for _ in range(rng.randint(0, 7))) for _ in range(2)]
        cases.append((pattern, texts))
    return cases


def loops_over_nothing(pattern):
    for group in re.finditer(r"\)[*+{]", pattern):
        depth, start = 0, group.start()
        for index in range(group.start(), -1, -1):
            depth += {")": 1, "(": -1}.get(pattern[index], 0)
            if depth == 0:
                start = index
                break
        if re.compile(pattern[start : group.start() + 1]).fullmatch("") is not None:
            return True
        if re.search(r"[\^$]|\\b", pattern[start : group.start()]):
            return True
    return False


def swift(text):
    if text is None:
        return "nil"
    escaped = "".join(
        "\\" + c if c in '"\\' else c if " " <= c < "\x7f" else f"\\u{{{ord(c):X}}}" for c in text
    )
    return f'"{escaped}"'


def main():
    lines = []
    for pattern, texts in WRITTEN + random_cases(7, 260):
        compiled = re.compile(pattern, re.ASCII if not re.search(r"\(\?i\)", pattern) else 0) if texts else None
        for text in texts:
            found = compiled.search(text)
            group = None if found is None else found.group(1 if compiled.groups else 0)
            whole = compiled.fullmatch(text) is not None
            lines.append(f"    ({swift(pattern)}, {swift(text)}, {swift(group)}, {str(whole).lower()}),")
    out = pathlib.Path(__file__).with_name("GroupCases.swift")
    out.write_text(
        "/// Written by make_group_cases.py: a pattern, a text, what Python finds for the first group, and\n"
        "/// whether the pattern matches all of the text.\n"
        "enum GroupCases {\n  static let all: [(pattern: String, text: String, group: String?, whole: Bool)] = [\n"
        + "\n".join(lines) + "\n  ]\n}\n"
    )


if __name__ == "__main__":
    main()
