import Foundation
import Testing

/// The real case of a council's contracts register: a quarter of its value local, or not?
@Suite struct SalfordTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/salford")
  private static let data = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data").standardizedFileURL.path(percentEncoded: false)
  static let hasData = FileManager.default.fileExists(
    atPath: data + "/salford-contracts-register/contracts_register_2022-07.csv")

  private static func run(_ more: String...) throws -> Outcome {
    let place = { (name: String) in
      fixtures.appending(path: name).path(percentEncoded: false)
    }
    return try Workdir().run(
      ["check", place("pack.yaml"), "--institution", place("institution.yaml"), "--data", data]
        + ["--as-of", "2022-07-31"] + more)
  }

  @Test(.enabled(if: hasData, "the published register is not beside the repository"))
  func terminalSaysWhatABoardNeeds() throws {
    try Self.run().expect(
      exit: 2,
      [
        "CANNOT TELL: between 13.95% and 34.84%, target >= 25%.",
        "20 rows (£43.5m) have no usable supplier_postcode.",
        "Known rows only: 17.64% (not a result).",
        "Framework Agreement for Demolition and Associated Services (£20.0m)",
        "Greater Manchester Residential Framework (£8.2m)",
        "If both count: at least 27.50%, pass.", "If neither does: at most 21.30%, fail.",
        "Left out: 11 rows (blank measure).", "areas.home: E08000006, edition 2021-12",
        "as of 2022-07-31 (given)",
      ])
  }

  @Test(.enabled(if: hasData, "the published register is not beside the repository"))
  func jsonHoldsTheExactFigures() throws {
    let outcome = try Self.run("--report", "json")
    #expect(outcome.exit == 2)
    let result = try #require(outcome.json().at("result"))
    let finding = try #require(result.at("findings/0"))
    let measured = try #require(finding.at("measurement"))
    let expected = [
      "unit": "share", "value": "null", "lower": "0.1395", "upper": "0.3484",
      "known_rows_only": "0.1764", "numerator": "29108132.05", "denominator": "208515951.29",
      "unknown": "43535484.04", "rows": "349", "unknown_rows": "20",
      "left_out/blank measure": "11", "credit_notes": "false",
    ]
    for (key, value) in expected { #expect(measured[key] == value, "\(key)") }
    #expect(result["verdict"] == "indeterminate")
    #expect(result["exit"] == "2")
    #expect(result["choices/0/what"] == "areas.home")
    #expect(result["choices/0/changes_verdict"] == "true")
    #expect(finding["target/minimum"] == "0.25")
    #expect(finding["headroom"] == "null")
    for way in ["pass", "fail"] {
      let rows = finding.items("settles/\(way)")
      #expect(
        rows.map { $0["shown/0"] } == [
          "Framework Agreement for Demolition and Associated Services",
          "Greater Manchester Residential Framework",
        ])
    }
  }
}
