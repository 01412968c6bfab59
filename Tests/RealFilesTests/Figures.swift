import Foundation

/// What Python's own readers make of a body's files: the answer that Holdfast must agree with.
struct TableFigures: Decodable {
  struct Number: Decodable {
    let sum: String
    /// Before a sign rule turned what is published as a positive amount.
    let as_published: String
    let blank: Int
    let negative: Int
  }

  struct File: Decodable {
    let file: String
    let rows: Int
  }

  struct Month: Decodable {
    let rows: Int
    let sum: String
  }

  let rows: Int
  let sum: String?
  let numbers: [String: Number]?
  let files: [File]?
  let months: [String: Month]?
  /// Of some columns: how many cells say something.
  let known: [String: Int]?
  /// Of awards: the sum of those that have one supplier.
  let sum_of_one_supplier: String?
}

/// What checkers measure on a body's files, made without Holdfast.
struct CheckerFigure: Decodable {
  let lower: String
  let upper: String
  /// Whether it only lies within what Holdfast says, whose bounds may be wider than need be.
  let is_within: Bool?
  let baseline: String?
  /// Rows by the name of what leaves them out, and their sums.
  let left_out: [String: Int]?
  let left_out_sum: [String: String]?
}

/// The Python that counts: the one that HOLDFAST_PYTHON names, else `python3`.
enum Python {
  private static let command =
    ProcessInfo.processInfo.environment["HOLDFAST_PYTHON"].map { [$0] } ?? ["python3"]

  static let isHere = (try? run(["--version"]))?.exit == 0
  static let readsWorkbooks = (try? run(["-c", "import openpyxl"]))?.exit == 0

  /// Runs it without leaving compiled files among the sources.
  static func run(_ arguments: [String]) throws -> Outcome {
    try RealFilesTests.run("/usr/bin/env", command + ["-B"] + arguments)
  }

  /// The figures of a body: table -> figures.
  static func count(_ body: String) throws -> [String: TableFigures] {
    let outcome = try script("count.py", RealData.folder, body)
    let all = try JSONDecoder().decode(
      [String: [String: TableFigures]].self, from: Data(outcome.out.utf8))
    guard let figures = all[body] else { throw Failure(description: "\(body) is not counted") }
    return figures
  }

  /// What the checkers of a pack measure: name -> figure.
  static func measure(_ pack: String) throws -> [String: CheckerFigure] {
    let outcome = try script("checkers.py", RealData.folder, pack)
    return try JSONDecoder().decode([String: CheckerFigure].self, from: Data(outcome.out.utf8))
  }

  /// Writes a CSV file as another kind of file.
  static func convert(_ file: String, to kind: String, _ out: URL) throws {
    _ = try script("convert.py", file, kind, RealData.path(out))
  }

  private static func script(_ name: String, _ arguments: String...) throws -> Outcome {
    let path = RealData.path(RealData.tests.appending(path: "independent/\(name)"))
    let outcome = try run([path] + arguments)
    guard outcome.exit == 0 else { throw Failure(description: outcome.err) }
    return outcome
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
