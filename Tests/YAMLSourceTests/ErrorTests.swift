import Testing
import YAMLSource

@Suite struct ErrorTests {
  @Test(arguments: [
    ("", "pack.yaml: error: the file is empty"),
    ("# only\n\n", "pack.yaml: error: the file is empty"),
    ("a: 1\na: 2\n", "pack.yaml:2:1: error: the key 'a' appears twice in the same mapping"),
    ("a: 1\n\"a\": 2\n", "pack.yaml:2:1: error: the key 'a' appears twice in the same mapping"),
    ("{1: a, \"1\": b}\n", "pack.yaml:1:8: error: the key '1' appears twice in the same mapping"),
    ("12: a\n0xC: b\n", "pack.yaml:2:1: error: the key '0xC' appears twice in the same mapping"),
    ("~: a\nnull: b\n", "pack.yaml:2:1: error: the key 'null' appears twice in the same mapping"),
    (
      "? [a, {b: c, d: e}]\n: 1\n? [a, {d: e, b: c}]\n: 2\n",
      "pack.yaml:3:3: error: this key appears twice in the same mapping"
    ),
    (
      "- x: {id: a,\n    id: b}\n",
      "pack.yaml:2:5: error: the key 'id' appears twice in the same mapping"
    ),
    (
      "a: 1\n---\nb: 2\n",
      "pack.yaml:2:1: error: a second document begins here, and a file holds only one"
    ),
    (
      "a: &x [1, *x]\n",
      "pack.yaml:1:11: error: the alias *x stands inside the very value that it repeats"
    ),
    (
      "a: *x\nb: &x 1\n",
      "pack.yaml:1:4: error: a value that begins with * repeats one marked &x, and none is "
        + "marked so above"
    ),
    ("a: !!int \"x\"\n", "pack.yaml:1:4: error: the tag !!int does not fit the value 'x'"),
    ("a: !!bool yes\n", "pack.yaml:1:4: error: the tag !!bool does not fit the value 'yes'"),
    ("a: !include x.yaml\n", "pack.yaml:1:4: error: the tag !include is not known here"),
    (
      "--- !ruby/object:Gem\ni: x\n",
      "pack.yaml:1:5: error: the tag !ruby/object:Gem is not known here"
    ),
    ("a: !!map [1]\n", "pack.yaml:1:4: error: the tag !!map is not known here"),
    ("a: !<x:y> b\n", "pack.yaml:1:4: error: the tag !<x:y> is not known here"),
    ("%TAG !e! x:y\n---\na: 1\n", "pack.yaml:1:1: error: %TAG lines are not used here"),
    (
      "%YAML 2.0\n---\na: 1\n",
      "pack.yaml:1:1: error: only one line %YAML 1.2 may begin with a % sign"
    ),
    ("a:\n\tb: 1\n", "pack.yaml:2:1: error: a tab is used for indentation here"),
    ("a: |\n\tb\n", "pack.yaml:2:1: error: a tab is used for indentation here"),
    ("\u{FEFF}a: !!int x\n", "pack.yaml:1:5: error: the tag !!int does not fit the value 'x'"),
    ("a: 1\rb: !!int x\n", "pack.yaml:1:9: error: the tag !!int does not fit the value 'x'"),
    ("日本: 🏥\né: !!int ü\n", "pack.yaml:2:4: error: the tag !!int does not fit the value 'ü'"),
    ("a: x == b: c\n", "pack.yaml:1:10: error: a text with a colon in it must be quoted"),
    ("é: ü == b: c\n", "pack.yaml:1:10: error: a text with a colon in it must be quoted"),
    (
      "a: 1\n  b: 2\n",
      "pack.yaml:2:3: error: this line cannot have a key of its own: it continues the value "
        + "above it"
    ),
    ("key:value\nother: 1\n", "pack.yaml:1:4: error: a space is missing after this colon"),
    (
      "a:\n  b: 1\n c: 2\n",
      "pack.yaml:3:2: error: the indentation of this line fits nothing above it"
    ),
    ("- a\nb: 2\n", "pack.yaml:2:1: error: the indentation of this line fits nothing above it"),
    ("a: - b\n", "pack.yaml:1:4: error: a list cannot begin on the line of its key"),
    ("a: 1\nb\nc: 2\n", "pack.yaml:2:1: error: a colon and a value are missing after this"),
    ("a: [1, 2\nb: 3\n", "pack.yaml:2:2: error: the [ on line 1 is not closed before this"),
    ("a: {b: 1\n", "pack.yaml:1:4: error: the { that is opened here is never closed"),
    ("a: }\n", "pack.yaml:1:4: error: this bracket closes nothing"),
    ("a: \"x\nb: 3\n", "pack.yaml:1:4: error: the quote that is opened here is never closed"),
    (
      "a: \"x\nb: \"y\"\n",
      "pack.yaml:2:1: error: the text in quotes that begins on line 1 goes on in this line, which "
        + "is indented no further than its key"
    ),
    ("- \"x\n  b: \"y\"\n", "pack.yaml:2:7: error: the text goes on after its closing quote"),
    ("a: ! local\n", "pack.yaml:1:4: error: an expression that begins with ! must be quoted"),
    ("a: ! true\n", "pack.yaml:1:4: error: an expression that begins with ! must be quoted"),
    ("a: 'don't'\n", "pack.yaml:1:4: error: the text goes on after its closing quote"),
    (
      "a: \"x\\d+\"\n",
      "pack.yaml:1:6: error: this backslash begins no escape that YAML knows"
    ),
    (
      "a: &\n",
      "pack.yaml:1:5: error: the YAML cannot be read here (did not find expected alphabetic or "
        + "numeric character while scanning an anchor)"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, headline: String) {
    let found = messages(text)
    #expect(found.prefix { $0 != "\n" } == headline)
    #expect(found.contains("\n  help: "))
  }

  @Test(
    arguments: [
      (
        Array("a: 1\nb: Soci".utf8) + [0xE9, 0x74, 0xE9, 0x0A],
        "pack.yaml:2:8: error: the byte 0xE9 is no UTF-8 text here"
      ),
      (
        Array("a: ".utf8) + [0xC0, 0xAF],
        "pack.yaml:1:4: error: the byte 0xC0 is no UTF-8 text here"
      ),
      (
        Array("a: ".utf8) + [0xE0, 0x80, 0xAF],
        "pack.yaml:1:4: error: the byte 0xE0 is no UTF-8 text here"
      ),
      (
        Array("a: ".utf8) + [0xED, 0xA0, 0x80],
        "pack.yaml:1:4: error: the byte 0xED is no UTF-8 text here"
      ),
      (
        Array("a: ".utf8) + [0xF4, 0x90, 0x80, 0x80],
        "pack.yaml:1:4: error: the byte 0xF4 is no UTF-8 text here"
      ),
      (
        Array("a: ".utf8) + [0xE2, 0x82],
        "pack.yaml:1:4: error: the byte 0xE2 is no UTF-8 text here"
      ),
      (Array("é: b\0c".utf8), "pack.yaml:1:5: error: an invisible character (U+0000) stands here"),
      (
        Array("a: b\u{1}c".utf8),
        "pack.yaml:1:5: error: an invisible character (U+0001) stands here"
      ),
      (
        Array("a: b\u{7F}c".utf8),
        "pack.yaml:1:5: error: an invisible character (U+007F) stands here"
      ),
      (
        Array("a: b\u{85}c".utf8),
        "pack.yaml:1:5: error: an invisible character (U+0085) stands here"
      ),
      (
        Array("a: '\u{2028}'".utf8),
        "pack.yaml:1:5: error: an invisible character (U+2028) stands here"
      ),
      (
        Array("a: 1\n\u{FEFF}b: 2".utf8),
        "pack.yaml:2:1: error: an invisible character (U+FEFF) stands here"
      ),
    ] as [([UInt8], String)])
  func refusesWhatIsNoText(bytes: [UInt8], headline: String) {
    let found = messages(bytes)
    #expect(found.prefix { $0 != "\n" } == headline)
    #expect(found.contains("\n  help: "))
  }

  @Test func reportsEveryMistakeThatHidesNoOther() {
    #expect(
      messages("b: !c\nd: !!int e\nd: *z\n") == """
        pack.yaml:1:4: error: an expression that begins with ! must be quoted
          1 | b: !c
            |    ^~
          help: write b: '!c'

        pack.yaml:2:4: error: the tag !!int does not fit the value 'e'
          2 | d: !!int e
            |    ^~~~~
          help: remove the tag, or correct the value

        pack.yaml:3:1: error: the key 'd' appears twice in the same mapping
          3 | d: *z
            | ^
          help: remove or rename one of the two; the first is on line 2

        pack.yaml:3:4: error: a value that begins with * repeats one marked &z, and none is \
        marked so above
          3 | d: *z
            |    ^~
          help: if it is an expression, write d: '*z'

        """)
  }
}
