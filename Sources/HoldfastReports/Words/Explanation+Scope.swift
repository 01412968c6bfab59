import Exact
import HoldfastModel

/// Which rows the number speaks of, how far it is from the line, and who stands behind it.
extension Explanation {
  /// An amount of the measure, or a number of rows.
  func amount(_ value: Decimal, _ rounding: Rounding = .halfEven) -> String {
    Figures.short(value, unit, finding.currency, rounding)
  }

  /// How much was judged, and over which days.
  var judged: [String] {
    guard let measurement = finding.measurement, measurement.selected > 0, !span.isEmpty else {
      return []
    }
    // How many rows stand behind each part is a matter of that part.
    if measurement.form == .parts {
      return finding.dataset.isEmpty ? [] : ["Judged: rows \(span)."]
    }
    let possible = measurement.selected - measurement.certain
    var size = Figures.count(measurement.certain, "row")
    if measurement.form == .quotient, !measurement.countsRows, !measurement.isWithheld,
      let whole = measurement.denominator
    {
      size += ", \(amount(whole))"
    }
    let rest = possible > 0 ? " (and \(Figures.count(possible, "row")) that may belong)" : ""
    return ["Judged: \(size), \(span)\(rest)."]
  }

  /// The days judged, in words; empty where there are none.
  var span: String {
    guard let period = finding.period else { return "" }
    guard let from = period.from else { return "up to \(period.to)" }
    return "from \(from) to \(period.to)"
  }

  /// Until when a miss has no weight.
  var due: [String] {
    finding.dueBy.map { ["It is due by \($0); until then a miss is only reported."] } ?? []
  }

  /// Which decisions the verdict rests on, beside where things are.
  var decisions: [String] {
    let names = finding.decidedBy.filter { !$0.hasPrefix("areas.") }
    let verdict = finding.verdictWithoutWaiver
    guard verdict == .pass || verdict == .fail, !names.isEmpty else { return [] }
    let choice = names.count == 1 ? "the choice" : "the choices"
    return ["This rests on \(choice) \(names.joined(separator: ", "))."]
  }

  /// How far it is to the line, rounded so that who relies on it stays on the right side.
  var distances: [String] {
    let condition = finding.definition.condition.flatMap { $0.utf8.count <= 40 ? "'\($0)'" : nil }
    let name = condition ?? "the condition"
    if let headroom = finding.headroom {
      guard headroom.signum != 0 else { return ["No headroom."] }
      let holds = finding.target?.minimum != nil ? "does not hold" : "holds"
      return [
        "Headroom: a further \(counted(headroom, .down)) for which \(name) \(holds) would still pass."
      ]
    }
    if let shortfall = finding.shortfall {
      return ["Short by \(counted(shortfall, .up)) for which \(name) holds."]
    }
    return []
  }

  private func counted(_ value: Decimal, _ rounding: Rounding) -> String {
    guard finding.measurement?.countsRows == true else { return amount(value, rounding) }
    return amount(value, rounding) + (value == Decimal(1) ? " row" : " rows")
  }

  /// What rows come to, in brackets; nothing where they are only counted, or nothing may be told.
  private func sized(_ rows: RowSum) -> String {
    let isTold = !finding.onlyCountsRows && rows.total.signum != 0
    return isTold ? " (\(amount(rows.total)))" : ""
  }

  /// Which rows are not in the number.
  var rows: [String] {
    let countsRows = finding.onlyCountsRows
    var result: [String] = []
    let left = finding.leftOut.sorted { $0.key < $1.key }.map { name, sum in
      let value = sum.total.signum == 0 || countsRows ? "" : ", \(amount(sum.total))"
      let reason = name == "unknown where" ? "cannot be judged; missing: exclude" : name
      return "\(Figures.count(sum.rows, "row"))\(value) (\(reason))"
    }
    if !left.isEmpty { result.append("Left out: \(left.joined(separator: "; ")).") }
    if finding.outside.rows > 0 {
      let value = sized(finding.outside)
      let verb = finding.outside.rows == 1 ? "is" : "are"
      result.append(
        "\(Figures.count(finding.outside.rows, "row"))\(value) \(verb) dated outside these days.")
    }
    for (name, sum) in finding.unmatched.sorted(by: { $0.key < $1.key }) {
      let value = sized(sum)
      let verb = sum.rows == 1 ? "leads" : "lead"
      result.append("\(Figures.count(sum.rows, "row"))\(value) \(verb) to no known \(name).")
    }
    guard let measurement = finding.measurement, measurement.rows > 0 else { return result }
    if countsRows, measurement.form == .quotient { result.append("Rows are counted, not money.") }
    if finding.currency != nil, !measurement.hasCredits {
      result.append("No credit notes in this number.")
    }
    return result
  }

  /// What is said of the further line.
  var stretch: [String] {
    guard let stretch = finding.stretch else { return [] }
    let word =
      switch stretch.reached {
      case true?: "reached"
      case false?: "missed"
      case nil: "cannot be told"
      }
    return ["Stretch target \(stretch.text): \(word)."]
  }

  /// The points that it earns: rounded outward, as the share is.
  var score: [String] {
    guard let score = finding.score else { return [] }
    let of = "of \(score.of.normalized.grouped) points"
    let lower = Figures.text(score.earned.lower, .number, .lower)
    guard !score.earned.isExact else {
      return ["Earns \(Figures.text(score.earned.lower, .number)) \(of)."]
    }
    return [
      "Earns between \(lower) and \(Figures.text(score.earned.upper, .number, .upper)) \(of)."
    ]
  }

  /// Who answers for the promise, and who set its number.
  var origin: [String] {
    var parts: [String] = []
    if let owner = finding.owner { parts.append("Owner: \(owner).") }
    if let citation = finding.citation, let from = citation.numberFrom {
      let who =
        switch from {
        case .source: "the source (\(citation.reference))"
        case .published: "a published document (\(citation.reference))"
        case .institution: "the institution"
        case .ours: "the pack's author"
        }
      parts.append("Number set by \(who).")
    }
    return parts.isEmpty ? [] : [parts.joined(separator: " ")]
  }
}

extension Finding {
  /// Whether its rows were only counted: a plugin may know what they come to, and does not say.
  fileprivate var onlyCountsRows: Bool {
    guard let measurement else { return false }
    return measurement.countsRows || (measurement.form == .claimed && definition.measure == nil)
  }
}
