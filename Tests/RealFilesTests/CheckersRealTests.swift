import Foundation
import Testing

/// A commitment of a pack in `Institutions/checkers`, and what it comes to on the real files.
struct CheckedFigure: Sendable, CustomTestStringConvertible {
  /// The pack, and the institution whose files it judges.
  let pack: String
  let name: String
  let verdict: String

  var testDescription: String { "\(pack): \(name)" }

  static let packs = [
    "gmca-spend-2019", "uk-gender-pay-gap", "us-svi-2018", "us-md-mbe",
    "uk-social-housing-providers", "ocds-uk-contracts-finder",
  ]

  static let all: [CheckedFigure] = [
    of(
      "gmca-spend-2019",
      pass: [
        "spellings", "companies_with_a_number", "four_fifths", "transfer",
        "company_index_without_the_transfer", "top_ten_without_the_transfer",
        "four_fifths_without_the_transfer", "registered_without_the_transfer", "in_the_middle",
        "nine_of_ten", "half_years", "companies_of_the_second_half", "a_payment", "payments_once",
      ],
      fail: [
        "companies", "company_index", "top_ten", "registered", "half_years_without_the_transfer",
      ],
      indeterminate: ["top_ten_by_number"]),
    of(
      "uk-gender-pay-gap",
      pass: [
        "preston", "manchester", "wakefield", "all_employers", "all_employers_by_so_much",
        "employers", "employers_grow", "sizes_as_before",
      ],
      fail: [
        "lancashire", "salford", "lancashire_by_so_much", "lancashire_by_a_part",
        "all_employers_before", "worst_tenth", "mean_gap", "bonus", "employers_once",
        "late_by_size",
      ],
      indeterminate: ["salford_before"]),
    of(
      "us-svi-2018",
      pass: [
        "rank", "rank_of_nine_tenths", "income", "poverty_of_nine_tenths", "counties",
        "names_in_states", "vulnerable_states", "codes_once", "states",
      ],
      fail: [
        "rank_of_a_state", "income_of_a_state", "names", "names_once", "poor", "ten_states",
        "counties_of_half",
      ]),
    of(
      "us-md-mbe",
      pass: ["in_date_a_year_before", "women", "in_date_by_county"],
      fail: [
        "in_date", "part_in_date", "certificates_in_date", "places_in_date", "places_once",
        "counties_of_the_bay",
      ],
      indeterminate: ["certificates_once"]),
    of(
      "uk-social-housing-providers",
      pass: [
        "societies_for_a_company", "societies_without_councils", "forms", "all_forms",
        "forms_by_designation", "numbers_once",
      ],
      fail: ["societies", "forms_of_owners", "societies_by_designation", "this_century"]),
    of(
      "ocds-uk-contracts-finder",
      pass: ["small_by_value", "small_for_large", "awards", "value_in_the_middle", "scales"],
      fail: ["value_to_small", "top_buyers", "buyers_index", "awards_once"],
      indeterminate: ["small_by_count", "awards_to_small", "value_in_the_middle_of_all"]),
  ].flatMap { $0 }

  private static func of(
    _ pack: String, pass: [String], fail: [String], indeterminate: [String] = []
  ) -> [CheckedFigure] {
    [("pass", pass), ("fail", fail), ("indeterminate", indeterminate)].flatMap { verdict, names in
      names.map { CheckedFigure(pack: pack, name: $0, verdict: verdict) }
    }
  }
}

/// A pack held to the real files, and the same figures made without Holdfast. Each pack runs once.
struct CheckedPack: Sendable {
  let report: CheckReport
  let outcome: Outcome
  let figures: [String: CheckerFigure]

  static func of(_ pack: String) throws -> CheckedPack {
    try #require(all[pack], "no pack \(pack)").get()
  }

  private static let all: [String: Result<CheckedPack, any Error>] = Dictionary(
    uniqueKeysWithValues: CheckedFigure.packs.map { ($0, attempt($0)) })

  private static func attempt(_ pack: String) -> Result<CheckedPack, any Error> {
    do { return .success(try make(pack)) } catch { return .failure(error) }
  }

  private static func make(_ pack: String) throws -> CheckedPack {
    let file = RealData.tests.appending(path: "Institutions/checkers/\(pack).yaml")
    let text = try String(contentsOfFile: RealData.path(file), encoding: .utf8)
    let (report, outcome) = try Holdfast.check(RealData.institution(pack), pack: text)
    return CheckedPack(report: report, outcome: outcome, figures: try Python.measure(pack))
  }
}

/// What checkers measure on whole published files is what an independent program measures.
@Suite(
  "Real figures of checkers",
  .enabled(if: RealData.isHere, "the published files are not beside the repository"),
  .enabled(if: Python.isHere, "python3, which counts independently, is missing"))
struct CheckersRealTests {
  /// Reports round bounds outwards, to this at most.
  private static let step = Decimal(sign: .plus, exponent: -4, significand: 1)

  @Test(arguments: CheckedFigure.all)
  func agreesWithAnIndependentProgram(_ checked: CheckedFigure) throws {
    let pack = try CheckedPack.of(checked.pack)
    let finding = try #require(pack.report.findings[checked.name], "\(pack.outcome.err)")
    let figure = try #require(pack.figures[checked.name])
    #expect(finding.verdict == checked.verdict, "\(finding.explanation)")
    let measured = try #require(finding.measurement, "\(finding.explanation)")
    try compare(
      measured, lower: figure.lower, upper: figure.upper, mayBeWider: figure.is_within ?? false)
    if let baseline = figure.baseline {
      let part = finding.parts.first { $0.name == "baseline" }
      let before = try #require(part?.measurement, "\(finding.explanation)")
      try compare(before, lower: baseline, upper: baseline)
    }
    if let rows = figure.left_out { #expect(measured.left_out == rows) }
    if let sums = figure.left_out_sum {
      let counted = measured.left_out_sum.mapValues(BodyTests.plain)
      #expect(counted == sums.mapValues(BodyTests.plain))
    }
  }

  /// Every commitment of a pack is in the table and has a figure, and nothing goes wrong beside.
  @Test(arguments: CheckedFigure.packs)
  func noFigureIsForgotten(_ name: String) throws {
    let pack = try CheckedPack.of(name)
    let names = CheckedFigure.all.filter { $0.pack == name }.map(\.name).sorted()
    #expect(pack.report.findings.keys.sorted() == names)
    #expect(pack.figures.keys.sorted() == names)
    #expect(pack.report.run.errors.map(\.message) == [])
    #expect(pack.outcome.err == "")
    #expect(pack.outcome.exit == 1)
  }

  /// Figures that were once worked out by hand hold the independent program itself.
  @Test(arguments: [
    ("gmca-spend-2019", "company_index", "0.18"), ("gmca-spend-2019", "top_ten", "0.665"),
    ("gmca-spend-2019", "four_fifths", "50"), ("gmca-spend-2019", "companies", "1946"),
    ("gmca-spend-2019", "transfer", "0.415"), ("uk-gender-pay-gap", "preston", "0"),
    ("uk-gender-pay-gap", "lancashire", "6.8"), ("uk-gender-pay-gap", "salford", "13.2"),
    ("us-svi-2018", "counties", "3142"), ("uk-social-housing-providers", "forms", "7"),
  ])
  func theIndependentProgramAgreesWithTheHand(
    pack: String, name: String, beginning: String
  ) throws {
    let figure = try #require(try CheckedPack.of(pack).figures[name])
    #expect(figure.lower.hasPrefix(beginning))
    #expect(figure.upper == figure.lower)
  }

  /// Holds bounds to what they should be: around it and, but where they may be wider, no wider
  /// than they are written.
  private func compare(
    _ measured: CheckReport.Measurement, lower: String, upper: String, mayBeWider: Bool = false
  ) throws {
    let least = try number(measured.lower)
    let most = try number(measured.upper)
    let exactLeast = try number(lower)
    let exactMost = try number(upper)
    #expect(least <= exactLeast)
    #expect(exactMost <= most)
    guard !mayBeWider else { return }
    #expect(exactLeast - least < Self.step)
    #expect(most - exactMost < Self.step)
  }

  private func number(_ text: String?) throws -> Decimal {
    try #require(text.flatMap { Decimal(string: $0) }, "no number: \(text ?? "nothing")")
  }
}
