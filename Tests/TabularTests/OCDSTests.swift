import Diagnostics
import Tabular
import Testing

/// Contracting data: releases, packages and records.
@Suite struct OCDSTests {
  private static let usual = ["ocid", "awards.id", "awards.value.amount", "suppliers.name"]

  private static func release(
    _ ocid: String, _ date: String = "2024-05-01T00:00:00Z", awards: String = #"{"id":"A"}"#,
    more: String = ""
  ) -> String {
    #"{"ocid":"\#(ocid)","date":"\#(date)","awards":[\#(awards)]\#(more)}"#
  }

  private static func award(_ amount: Int, _ suppliers: String...) -> String {
    let list = suppliers.map { #"{"id":"\#($0)","name":"\#($0) Ltd"}"# }.joined(separator: ",")
    return #"{"id":"A\#(amount)","value":{"amount":\#(amount)},"suppliers":[\#(list)]}"#
  }

  private func read(
    _ text: String, rows: String = "awards[].suppliers[]", _ columns: [String] = usual
  ) throws -> JSONReading {
    try JSONReading(text, .ocds(rows: rows), columns)
  }

  /// Everything that releases may be wrapped in.
  @Test(arguments: [
    #"{"uri":"u","releases":[<X>,<Y>],"version":"1.1"}"#, "[<X>,<Y>]", "<X>\n<Y>\n",
    #"{"records":[{"ocid":"1","compiledRelease":<X>,"releases":[<Z>]},{"ocid":"2","releases":[<Y>]}]}"#,
    #"{"ocid":"1","compiledRelease":<X>}"# + "\n" + #"{"ocid":"2","releases":[<Z>,<Y>]}"#,
    #"{"version":"1.1","releases":[]}"# + "\n" + #"{"version":"1.1","releases":[<X>,<Y>]}"#,
  ])
  func wrappings(_ form: String) throws {
    let text = form.replacing("<X>", with: Self.release("1", awards: Self.award(10, "a", "b")))
      .replacing("<Y>", with: Self.release("2", awards: Self.award(20, "c")))
      .replacing(
        "<Z>", with: Self.release("2", "2023-01-01T00:00:00Z", awards: Self.award(99, "z")))
    let found = try read(text)
    #expect(
      found.rows == [
        ["1", "A10", "10", "a Ltd"], ["1", "A10", "10", "b Ltd"], ["2", "A20", "20", "c Ltd"],
      ], "\(found.messages)")
  }

  @Test func theLatestReleaseOfAProcessCounts() throws {
    // Later by the clock, although its text sorts before: the offsets differ.
    let early = Self.release("1", "2024-05-01T12:00:00+05:00", awards: Self.award(10_932_000, "a"))
    let late = Self.release("1", "2024-05-01T09:00:00.5Z", awards: Self.award(109_320, "a"))
    for releases in [[early, late], [late, early]] {
      let found = try read("[\(releases.joined(separator: ",\n"))]")
      #expect(found.rows == [["1", "A109320", "109320", "a Ltd"]])
      #expect(
        found.summary?.notices.map(\.message) == [
          "1 of 2 releases does not count: a later one of the same process does"
        ])
    }
  }

  @Test func theSameReleaseTwiceCountsOnce() throws {
    let one = Self.release("1", awards: Self.award(10, "a"), more: #","language":"en""#)
    let other =
      #"{"language":"en","#
      + Self.release("1", awards: Self.award(10, "a")).dropFirst()
    let found = try read("[\(one),\(other)]")
    #expect(found.rows.count == 1, "\(found.messages)")
    #expect(found.summary?.notices.count == 1)
  }

  @Test func valuesOnWhichReleasesOfOneMomentDifferAreUnknown() throws {
    let found = try read(
      """
      {"releases":[\(Self.release("1", awards: Self.award(10, "a"))),
      \(Self.release("1", "2024-05-01T01:00:00+01:00",
        awards: #"{"id":"A10","value":{"amount":11},"suppliers":[{"id":"a","name":"a Ltd"}]}"#))]}
      """)
    #expect(found.rows == [["1", "A10", "?", "a Ltd"]], "\(found.messages)")
    let notice = found.summary?.notices.first
    #expect(
      notice?.message
        == "releases with the ocid '1' have the same date and differ in 'date', "
        + "'awards[].value.amount': these values are unknown")
  }

  @Test func aDisputedValueIsNoBlankThatMeansSomething() throws {
    let accounts = [10, 11].map {
      Self.release("1", awards: Self.award($0, "a").replacing("A\($0)", with: "A"))
    }
    let folder = try Workdir()
    let text = "[\(accounts.joined(separator: ","))]"
    let path = try folder.write("t.json", Array(text.utf8))
    for (blank, isRefused) in [(BlankMeaning.unknown, false), (.exclude, true)] {
      let schema = [
        ColumnSchema(name: "amount", headers: ["awards.value.amount"], blank: blank),
        ColumnSchema(name: "name", headers: ["suppliers.name"], blank: .value(.text("none"))),
      ]
      let found = JSONReading(path: path, .ocds(rows: "awards[].suppliers[]"), schema)
      #expect(found.errors.isEmpty == !isRefused)
      #expect(found.messages.contains("has two accounts that differ") == isRefused)
    }
  }

  private static let bad: [(text: String, what: String)] = [
    (
      "[\(release("1")),\(release("1", awards: #"{"id":"A"},{"id":"B"}"#))]",
      "differ in the number of items of 'awards'"
    ),
    ("[\(release("1", "2024-05-01")),\(release("1"))]", "not all have a date with a time"),
    (#"[{"date":"2024-05-01T00:00:00Z"}]"#, "the release has no 'ocid'"),
    (#"[{"ocid":" "}]"#, "the release has no 'ocid'"),
    (#"{"releases":[{"ocid":"1","awards":{"id":"A"}}]}"#, "an object stands at 'awards'"),
    (#"{"releases":[7]}"#, "a number stands where a row should"),
    (#"{"data":[{"ocid":"1"}]}"#, "the file has no releases"),
    ("7", "a number stands where a row should"),
  ]

  @Test(arguments: bad.indices) func isRefused(_ index: Int) throws {
    let given = Self.bad[index]
    let found = try read(given.text)
    #expect(found.messages.contains(given.what), "\(found.messages)")
  }

  @Test func anAwardWithoutSuppliersKeepsItsValue() throws {
    let bare = #"{"id":"B","value":{"amount":5}}"#
    for awards in [bare, bare.dropLast() + #","suppliers":[]}"#] {
      let text = "[\(Self.release("1", awards: Self.award(7, "a") + "," + awards))]"
      let found = try read(text)
      #expect(found.rows == [["1", "A7", "7", "a Ltd"], ["1", "B", "5", "?"]])
    }
  }

  @Test func aReleaseWithoutAwardsIsCountedAndNoRow() throws {
    let found = try read("[\(Self.release("1", awards: Self.award(7, "a"))),{\"ocid\":\"2\"}]")
    #expect(found.rows.count == 1)
    #expect(
      found.summary?.notices.map(\.message) == [
        "1 release has nothing in its list 'awards' and gives no row"
      ])
  }

  @Test func aFileWithoutAnyAwardHasNoRows() throws {
    let found = try read(#"[{"ocid":"1"},{"ocid":"2"}]"#)
    #expect(found.summary?.rows == 0, "\(found.messages)")
  }

  @Test func partiesLieUnderTheReferencesToThem() throws {
    let parties = #"""
      ,"buyer":{"id":"p","name":"Buyer"},"tender":{"procuringEntity":{"id":"p"}},"parties":[
      {"id":"a","name":"other","identifier":{"id":"01234567"},"address":{"postalCode":"M5 4WT"}},
      {"id":"p","name":"P","address":{"postalCode":"M1 1AA"}}]
      """#
    let text = "[\(Self.release("1", awards: Self.award(7, "a", "b"), more: parties))]"
    let columns = [
      "suppliers.name", "suppliers.address.postalCode", "suppliers.identifier.id", "buyer.name",
      "buyer.address.postalCode", "tender.procuringEntity.name",
    ]
    let found = try read(text, columns)
    #expect(
      found.rows == [
        ["a Ltd", "M5 4WT", "01234567", "Buyer", "M1 1AA", "P"],
        ["b Ltd", "?", "?", "Buyer", "M1 1AA", "P"],
      ], "\(found.messages)")
  }

  @Test func partiesOfOneIDThatDifferAreUnknownWhereTheyDo() throws {
    let parties = #"""
      ,"parties":[{"id":"a","address":{"postalCode":"M5 4WT","locality":"Salford"}},
      {"id":"a","address":{"postalCode":"M5 4WX","locality":"Salford"}}]
      """#
    let text = "[\(Self.release("1", awards: Self.award(7, "a"), more: parties))]"
    let found = try read(text, ["suppliers.address.postalCode", "suppliers.address.locality"])
    #expect(found.rows == [["?", "Salford"]], "\(found.messages)")
  }

  @Test(arguments: [
    ("releases[]", ["ocid", "tender.title"], [["1", "T"]]),
    ("awards[]", ["ocid", "awards.id"], [["1", "A"]]),
    ("releases[].awards[]", ["ocid", "awards.id"], [["1", "A"]]),
    (
      "tender.items[]", ["ocid", "tender.title", "items.id"], [["1", "T", "i"], ["1", "T", "j"]]
    ),
    ("contracts[]", ["ocid", "contracts.value.amount"], [["1", "5"]]),
    ("parties[]", ["ocid", "parties.name"], [["1", "P"]]),
  ])
  func otherRows(_ rows: String, _ columns: [String], _ expected: [[String]]) throws {
    let more = #"""
      ,"tender":{"title":"T","items":[{"id":"i"},{"id":"j"}]},"contracts":[{"value":{"amount":5}}],
      "parties":[{"id":"p","name":"P"}]
      """#
    let found = try read("[\(Self.release("1", more: more))]", rows: rows, columns)
    #expect(found.rows == expected, "\(found.messages)")
  }

  @Test func personalDataIsNotShown() throws {
    let text = "[\(Self.release("Smith")),\(Self.release("Smith", "x"))]"
    let found = try JSONReading(
      Array(text.utf8), .ocds(rows: "awards[]"), ["ocid"], isPersonal: true)
    #expect(!found.errors.isEmpty)
    #expect(!found.messages.contains("Smith"), "\(found.messages)")
  }
}
