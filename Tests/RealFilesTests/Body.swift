import Foundation
import Testing

/// One institution file: a body whose published files are read as they are.
struct Body: Sendable, CustomTestStringConvertible {
  let name: String
  /// How the run ends: indeterminate where months are missing.
  let verdict: String

  var testDescription: String { name }

  init(_ name: String, verdict: String = "pass") {
    self.name = name
    self.verdict = verdict
  }

  static let texts = [
    Body("CHWE"), Body("CROY"), Body("EPSH"), Body("IMPC"), Body("KGST", verdict: "indeterminate"),
    Body("NEBD"), Body("SGEO"), Body("WHIT"), Body("calderdale"), Body("darlington"),
    Body("harrogate"), Body("leeds"), Body("newcastle"), Body("salford"), Body("wakefield"),
    Body("gmca-spend-2019"), Body("salford-contracts-register"), Body("uk-gender-pay-gap"),
    Body("us-svi-2018"), Body("us-md-mbe"), Body("uk-social-housing-providers"),
    Body("geography"), Body("ocds-sell2wales"),
  ]

  /// The last quarter of its year is a workbook.
  static let workbook = Body("ROYF")

  /// Its awards have values that nobody can attribute.
  static let awards = Body("ocds-uk-contracts-finder")

  /// A pack that asks for nothing but numbers of rows and sums, and has every column read.
  func pack(_ tables: [String: TableFigures]) throws -> String {
    let columns = try Self.columns(of: name)
    var text = "pack: figures\nversion: 1.0.0\ncommitments:\n"
    for (table, figures) in tables.sorted(by: { $0.key < $1.key }) {
      text += Self.commitment("\(table).rows", of: table, "check: count")
      for number in figures.numbers.map({ $0.keys.sorted() }) ?? [] {
        text += Self.commitment(
          "\(table).\(number)", of: table, "check: total, measure: \(number)")
      }
      for month in figures.months.map({ $0.keys.sorted() }) ?? [] {
        text += Self.commitment(
          "\(table).\(month)", of: table,
          "check: total, measure: \(Self.first(figures)), period: \(Self.days(of: month))")
      }
      for column in try #require(columns[table]) {
        text += Self.commitment(
          "\(table).known.\(column)", of: table, "check: count, where: known(\(column))")
      }
    }
    return text
  }

  /// The columns that an institution file declares: table -> names, by the indent of its lines.
  private static func columns(of body: String) throws -> [String: [String]] {
    let text = try String(contentsOfFile: RealData.institution(body), encoding: .utf8)
    var (table, isInColumns) = ("", false)
    var columns: [String: [String]] = [:]
    for line in text.split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let key = String(line.dropFirst(indent).prefix { $0 != ":" })
      if indent == 2 { table = key }
      if indent == 4 { isInColumns = key == "columns" }
      if indent == 6 && isInColumns { columns[table, default: []].append(key) }
    }
    return columns
  }

  /// The number whose months are counted: as the independent reader chooses it.
  private static func first(_ figures: TableFigures) -> String {
    figures.numbers?.first { $0.value.sum == figures.sum }?.key ?? "amount"
  }

  /// The first and last day of a month written `2020-04`.
  private static func days(of month: String) -> String {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    let (year, number) = (parts.first ?? 0, parts.last ?? 0)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let last = [4, 6, 9, 11].contains(number) ? 30 : number == 2 ? (isLeap ? 29 : 28) : 31
    return "{ from: \(month)-01, to: \(month)-\(last) }"
  }

  static func commitment(_ id: String, of table: String, _ check: String) -> String {
    "  - { id: \(id), title: \(id), of: \(table), \(check), target: '>= -1000000000' }\n"
  }
}
