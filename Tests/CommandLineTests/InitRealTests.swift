import Foundation
import Testing

/// A folder of published files, what its description must be told, and how many rows it then has.
struct DescribedBody: Sendable, CustomTestStringConvertible {
  let path: String
  let rows: [String: Int]
  /// Answers to questions: what stands in the description, and what a person puts in its place.
  var answers: [(question: String, answer: String)] = []

  var testDescription: String { path }

  private static let asText = [(question: ", type: company_number", answer: "")]

  static let all: [DescribedBody] = [
    DescribedBody(path: "nhs-spend-over-25k/CHWE", rows: ["spend": 1447]),
    DescribedBody(path: "nhs-spend-over-25k/CROY", rows: ["spend": 1963]),
    DescribedBody(path: "nhs-spend-over-25k/EPSH", rows: ["spend": 2528]),
    DescribedBody(path: "nhs-spend-over-25k/IMPC", rows: ["spend": 2750]),
    DescribedBody(path: "nhs-spend-over-25k/KGST", rows: ["spend": 498]),
    DescribedBody(path: "nhs-spend-over-25k/NEBD", rows: ["spend": 2975]),
    DescribedBody(path: "nhs-spend-over-25k/ROYF", rows: ["spend": 2271]),
    DescribedBody(path: "nhs-spend-over-25k/SGEO", rows: ["spend": 234]),
    DescribedBody(path: "nhs-spend-over-25k/WHIT", rows: ["spend": 570]),
    DescribedBody(
      path: "council-spend-over-500/calderdale", rows: ["card": 382, "spend": 1956]),
    DescribedBody(path: "council-spend-over-500/darlington", rows: ["spend": 5287]),
    DescribedBody(path: "council-spend-over-500/harrogate", rows: ["spend": 2927]),
    DescribedBody(path: "council-spend-over-500/leeds", rows: ["spend": 47553]),
    DescribedBody(
      path: "council-spend-over-500/newcastle", rows: ["spend": 6568],
      answers: [
        (
          question: "unknown_tokens: [\"#N/A\"]",
          answer: "unknown_tokens: [\"#N/A\", { matches: 'Don.t Redact' }]"
        )
      ]),
    DescribedBody(path: "council-spend-over-500/salford", rows: ["spend": 5022]),
    DescribedBody(
      path: "council-spend-over-500/wakefield", rows: ["spend": 18417], answers: asText),
    DescribedBody(path: "gmca-spend-2019", rows: ["spend": 16793], answers: asText),
    DescribedBody(
      path: "salford-contracts-register", rows: ["contracts_register": 360],
      answers: asText + [
        (question: ", type: integer", answer: ""),
        (question: ", type: decimal, currency: none", answer: ""),
        (
          // Some contracts end before they begin.
          question: "period_by: { from: start_date, to: current_expiry_date, blank_to: unknown }",
          answer: "period_by: start_date"
        ),
        (
          question: "type: date, format: yyyy-MM-dd",
          answer: "type: date, format: yyyy-MM-dd, "
            + "unknown_tokens: [{ matches: '(?i)x|tbc|.*/.*|2022-09-31' }]"
        ),
      ]),
    DescribedBody(
      path: "ocds-uk-contracts-finder",
      rows: ["contracts_finder_england_awards": 250, "sell2wales_tenders": 90]),
    DescribedBody(
      path: "uk-gender-pay-gap", rows: ["gender_pay_gap": 16496], answers: asText),
    DescribedBody(path: "uk-social-housing-providers", rows: ["registered_providers": 1612]),
    DescribedBody(path: "us-md-mbe", rows: ["md_certified_vendors": 1000]),
    DescribedBody(path: "us-svi-2018", rows: ["svi_county": 3142]),
    DescribedBody(
      path: "geography",
      rows: [
        "uk_imd_e": 42619, "la_all_codes": 415, "la_imd": 397, "la_orgid_gss": 459,
        "lad_names": 361, "postcode_area_lookup": 191_220,
      ]),
  ]

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data").path(percentEncoded: false)
}

/// Every folder of published files is described, and once its questions are answered it loads and
/// all of its cells are read.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: DescribedBody.root),
    "the published files are not beside the repository"))
struct InitRealTests {
  @Test(arguments: DescribedBody.all)
  func isDescribedAndRead(_ body: DescribedBody) throws {
    let workdir = try Workdir()
    let folder = DescribedBody.root + "/" + body.path
    try workdir.run("init", folder, "--currency", "GBP", "--output", "inst.yaml").expect(exit: 0)
    var text = try workdir.read("inst.yaml")
    for (question, answer) in body.answers {
      try #require(text.contains(question), "\(question) is not in\n\(text)")
      text = text.replacing(question, with: answer)
    }
    try workdir.write("inst.yaml", text)
    let described = ["--data", folder, "--institution", "inst.yaml"]
    try workdir.run(["lint"] + described).expect(exit: 0, ["No mistakes found"])
    try workdir.write("pack.yaml", Self.pack(text))
    let outcome = try workdir.run(
      ["check", "pack.yaml", "--as-of", "2026-10-31", "--report", "json"] + described)
    outcome.expect(exit: 0)
    for (dataset, rows) in body.rows {
      let counted = outcome.flat.contains("\"name\": \"\(dataset)\", \"rows\": \(rows),")
      #expect(counted, "\(dataset) has not \(rows) rows")
    }
  }

  /// Commitments that hold always and make every column be read.
  private static func pack(_ text: String) -> String {
    var pack = "pack: cells\nversion: 1.0.0\ncommitments:\n"
    var (section, table, number, isInColumns) = ("", "", 0, false)
    for line in text.split(separator: "\n") where !line.contains("# ") || line.contains(": {") {
      let indent = line.prefix { $0 == " " }.count
      let key = String(line.dropFirst(indent).prefix { $0 != ":" })
      guard !key.hasPrefix("#") else { continue }
      if indent == 0 { section = key }
      if indent == 2 { table = key }
      if indent == 4 { isInColumns = key == "columns" }
      guard section == "datasets", indent == 2 || (indent == 6 && isInColumns) else { continue }
      number += 1
      let condition = indent == 6 ? ", where: known(\(key))" : ""
      pack +=
        "  - { id: c\(number), title: t, of: \(table), check: count\(condition), target: '>= 0' }\n"
    }
    return pack
  }
}
