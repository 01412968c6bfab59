import Exact
import HoldfastModel

/// Which rows of a dataset count for a finding, and which do not, with what they come to.
struct RowAccount {
  let finding: Finding

  /// A line a kind of rows; none where nothing was measured, or too few persons would be told of.
  var lines: [String] {
    guard let measurement = finding.measurement, !measurement.isWithheld,
      finding.cause != .suppressed
    else { return [] }
    return counted(measurement) + others + shown
  }

  private func counted(_ measurement: Measurement) -> [String] {
    var lines = [
      "judged: \(Figures.count(measurement.rows, "row"))"
        + (measurement.countsRows ? "" : measurement.denominator.map { ", \(amount($0))" } ?? "")
    ]
    if measurement.form == .quotient || measurement.form == .sum {
      lines.append("known to count: \(amount(measurement.numerator))")
    }
    if measurement.unknownRows > 0 {
      lines.append(
        "cannot be judged: \(Figures.count(measurement.unknownRows, "row"))"
          + (measurement.countsRows ? "" : ", \(amount(measurement.unknown))"))
      lines += finding.unknownColumns.map {
        "for want of \($0.name): \(Figures.count($0.rows, "row"))"
      }
    }
    return lines
  }

  private var others: [String] {
    var lines = finding.leftOut.sorted { $0.key < $1.key }.map { reason, sum in
      "left out (\(reason)): \(told(sum))"
    }
    if finding.outside.rows > 0 { lines.append("dated outside the days: \(told(finding.outside))") }
    lines += finding.unmatched.sorted { $0.key < $1.key }.map { name, sum in
      "without a known \(name): \(told(sum))"
    }
    return lines
  }

  /// The rows that reports show, with their places.
  private var shown: [String] {
    finding.shownRows.prefix(20).map { row in
      let lacks = row.unknown.isEmpty ? "" : ", lacks \(row.unknown.joined(separator: ", "))"
      let measure = row.measure.map { ", \(amount($0))" } ?? ""
      return "for instance \(row.name) (\(row.file):\(row.line))\(measure)\(lacks)"
    }
  }

  private func told(_ sum: RowSum) -> String {
    let value = sum.total.signum == 0 ? "" : ", \(amount(sum.total))"
    return Figures.count(sum.rows, "row") + value
  }

  private func amount(_ value: Decimal) -> String {
    finding.currency.map { Figures.money(value, $0) } ?? Figures.trimmed(value).grouped
  }
}
