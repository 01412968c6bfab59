import HoldfastExpressions
import HoldfastModel
import Testing

/// What the sample reads.
private let whole: [(String, ColumnType)] = [
  ("amount", .decimal), ("supplier.postcode", .postcode),
]

@Suite struct NeedsTests {
  @Test func whatAPackReadsStandsInItsNeeds() {
    #expect(Outcome(Draft(needs: whole)).messages == [])
    #expect(
      Outcome(Draft(among: "category == \"x\"", needs: whole)).messages == [
        "pack: 'A-1' reads 'category', which the pack's needs do not list "
          + "[add it under needs: spend:]"
      ])
    #expect(Outcome(Draft(among: "category == \"x\"")).messages == [])
  }

  @Test func whatADatasetKeepsIsTheInstitutionsOwn() {
    let keeping = institution { $0.datasets[0].keep = ExpressionText("department == \"x\"") }
    #expect(Outcome(Draft(needs: whole), keeping).messages == [])
  }

  @Test(
    arguments: [
      (
        "amunt", .decimal,
        "amunt' of 'spend', which the institution does not map [did you mean 'amount'?]"
      ),
      (
        "supplier.turnover", .text,
        "supplier.turnover' of 'spend', which the institution does not map [declare it under columns:]"
      ),
      (
        "category", .decimal,
        "category' of 'spend' as decimal, but it is declared as text [declare it with type: decimal]"
      ),
      (
        "count", .text,
        "count' of 'spend' as text, but it is declared as integer [declare it with type: text]"
      ),
    ] as [(String, ColumnType, String)])
  func whatAPackNeedsTheInstitutionMaps(_ name: String, _ type: ColumnType, _ end: String) {
    let messages = Outcome(Draft(needs: whole + [(name, type)])).messages
    #expect(messages == ["institution: the pack 'p' needs column '" + end])
  }

  /// Types that expressions treat alike will do for each other.
  @Test func kindsOfTextWillDo() {
    let needs: [(String, ColumnType)] = whole + [("category", .choice), ("kind", .text)]
    #expect(Outcome(Draft(needs: needs)).messages == [])
  }

  @Test(arguments: [(nil, false), ("gross", true), ("net", true), ("mixed", false)])
  func aBasisIsDeclared(_ basis: String?, _ isGood: Bool) {
    var pack = Draft(needs: whole).pack()
    pack.needs[0].bases = ["net", "gross"]
    let place = institution { $0.datasets[0].columns[0].basis = basis }
    let wanted = [
      "institution: the pack 'p' needs column 'amount' of 'spend' with its basis, net or gross "
        + "[say whether the amounts include tax: basis: net]"
    ]
    #expect(Outcome(pack, place).messages == (isGood ? [] : wanted))
  }

  @Test func meansAreTold() {
    var pack = Draft(needs: whole + [("region", .text)]).pack()
    pack.needs[2].means = "the region of delivery"
    #expect(
      Outcome(pack).messages == [
        "institution: the pack 'p' needs column 'region' of 'spend' (the region of delivery), "
          + "which the institution does not map [declare it under columns:]"
      ])
  }

  @Test func needsOfOtherDatasetsAreNotAskedFor() {
    var pack = Draft(needs: whole).pack()
    pack.needs.append(
      Need(
        dataset: "suppliers", column: "region", type: .text, bases: [], means: nil,
        span: pack.span))
    #expect(Outcome(pack).messages == [])
  }

  @Test func withoutInstitutionThePackIsHeldAgainstItsNeeds() {
    #expect(Outcome(Draft(needs: whole), nil).messages == [])
    #expect(Outcome(Draft(among: "category == \"x\"", needs: whole), nil).messages.count == 1)
    #expect(
      Outcome(Draft(), nil).messages == [
        "pack: the pack's needs say nothing of the dataset 'spend' "
          + "[list its columns under needs:, or check the pack with --data]"
      ])
  }
}
