import Foundation

/// The parts of `holdfast check --report json` that are compared.
struct CheckReport: Decodable {
  struct Measurement: Decodable {
    let lower: String?
    let upper: String?
    let numerator: String?
    let rows: Int
    let left_out: [String: Int]
    let left_out_sum: [String: String]
    let credit_notes: Bool?
  }

  struct Part: Decodable {
    let name: String
    let measurement: Measurement?
  }

  struct Finding: Decodable {
    let id: String
    let verdict: String
    let measurement: Measurement?
    let parts: [Part]
    let explanation: String
  }

  struct Dataset: Decodable {
    let name: String
    let rows: Int
  }

  struct Result: Decodable {
    let verdict: String
    let findings: [Finding]
    let datasets: [Dataset]
  }

  struct File: Decodable {
    let dataset: String
    let path: String
    let rows: Int
  }

  struct Problem: Decodable {
    let message: String
  }

  struct Run: Decodable {
    let files: [File]
    let errors: [Problem]
  }

  let result: Result
  let run: Run

  /// The findings by the id of their commitment.
  var findings: [String: Finding] {
    Dictionary(result.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Runs the real binary.
enum Holdfast {
  struct Absent: Error, CustomStringConvertible {
    let description: String
  }

  /// The `holdfast` beside the test bundle, else the one that HOLDFAST_BINARY names.
  static func binary() throws -> String {
    let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = RealData.path(
      URL(filePath: runner).deletingLastPathComponent().appending(path: "holdfast"))
    let named = ProcessInfo.processInfo.environment["HOLDFAST_BINARY"]
    for path in [beside, named].compactMap({ $0 })
    where FileManager.default.isExecutableFile(atPath: path) {
      return path
    }
    throw Absent(description: "no holdfast binary at \(beside) nor in HOLDFAST_BINARY: build it")
  }

  /// Holds an institution's files to a pack, on a day behind all rows if not told; the report, and what
  /// was said beside it.
  static func check(
    _ institution: String, data: String = RealData.folder, pack: String, asOf: String = "2026-10-31"
  ) throws -> (CheckReport, Outcome) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(pack.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try run(
      binary(),
      ["check", RealData.path(file), "--institution", institution]
        + ["--data", data, "--as-of", asOf, "--report", "json"])
    guard let report = try? JSONDecoder().decode(CheckReport.self, from: Data(outcome.out.utf8))
    else {
      throw Absent(description: "no report, exit \(outcome.exit)\n\(outcome.err)")
    }
    return (report, outcome)
  }
}
