public import CEL
public import Exact
public import HoldfastModel

/// An expression of a commitment, checked and ready to run.
public struct CheckedPart: Sendable {
  /// The expression as written.
  public let source: ExpressionText
  /// What the checker knows of it.
  public let expression: CheckedExpression
  /// The program that evaluates it, row after row.
  public let program: Program
  /// What its names mean.
  let environment: Environment

  /// Its parts that read columns of one kind only; nil where it cannot be taken apart.
  public func leaves(where areOfOneKind: ([Int]) -> Bool) -> [Leaf]? {
    try? environment.leaves(of: expression, where: areOfOneKind)
  }
}

/// A text that a condition compares a column with.
public struct LiteralUse: Sendable, Hashable {
  /// The column's slot.
  public let slot: Int
  /// The text.
  public let literal: String
}

/// A commitment whose expressions are checked against the rows that it will be run on.
public struct CheckedCommitment: Sendable {
  /// The pack that it stands in.
  public let pack: Pack
  /// The commitment as written.
  public let commitment: Commitment
  /// What its expressions read.
  public let schema: RowSchema
  /// Whether a row belongs to the institution, as the dataset says.
  public let keep: CheckedPart?
  /// The denominator's condition.
  public let among: CheckedPart?
  /// The numerator's condition.
  public let condition: CheckedPart?
  /// The number to add up.
  public let measure: CheckedPart?
  /// The conditions of the named exclusions, in their order.
  public let leaveOut: [CheckedPart]
  /// The slot of the group's column.
  public let groupSlot: Int?
  /// The lines to reach, by the day from which they are in force.
  public let lines: [(from: CivilDate?, line: TargetLine)]
  /// The further line.
  public let stretch: TargetLine?
  /// Texts that conditions compare free-text columns with.
  public let literals: [LiteralUse]
  /// The areas that its expressions name, sorted.
  public let areas: [String]
  /// What those areas are, for the digest.
  let areaTexts: [String]
  /// The code of the measure's currency; nil where it is no money.
  public let currency: String?
  /// The definitions that its expressions use, by name.
  public let definitions: [String: String]

  /// Every part with its role.
  public var parts: [CheckedPart] {
    [keep, among, condition, measure].compactMap { $0 } + leaveOut
  }

  /// The slots that are read for a row, sorted.
  public var slots: [Int] {
    Set(parts.flatMap(\.program.slots) + (groupSlot.map { [$0] } ?? [])).sorted()
  }

  /// All that can change its numbers, in one text: the expressions with definitions resolved, the
  /// parameters and the declarations of the columns that they read.
  public var canonicalText: String {
    var lines = [
      "check \(commitment.check.value)", "of \(schema.dataset)",
      "keep \(keep?.expression.canonicalText ?? "true")",
      "among \(among?.expression.canonicalText ?? "true")",
      "where \(condition?.expression.canonicalText ?? "true")",
      "measure \(measure?.expression.canonicalText ?? "1")",
      "missing \(commitment.missing.rawValue)",
      "per \(groupSlot.map { schema.slots[$0].name } ?? "")",
    ]
    lines += zip(commitment.leaveOut, leaveOut).map {
      "leave_out \($0.id) \($1.expression.canonicalText)"
    }
    lines.append(
      "period_by \(schema.dates.compactMap { schema.slot($0) }.map { schema.slots[$0].canonicalText }.joined(separator: " to "))"
    )
    lines += slots.map { schema.slots[$0].canonicalText }.sorted() + areaTexts + schema.readings
    return lines.joined(separator: "\n")
  }
}

extension FileItem {
  /// How its files are read.
  var canonicalText: String {
    let columns = columns.map { $0.canonicalText("", named: $0.name) }
    return "files \(pattern.value.debugDescription) \(format) \(columns)"
  }
}

extension RowSchema.Slot {
  fileprivate var canonicalText: String {
    guard let column else {
      if case .parameter(let value) = source { return "\(name) = \(value)" }
      return name
    }
    return column.canonicalText(by ?? "", named: name)
  }
}

extension Column {
  /// All that can change its cells, in one text.
  fileprivate func canonicalText(_ by: String, named name: String) -> String {
    // Texts that people chose are written as literals, so that no two lists look alike.
    let values = values.map { "\($0.debugDescription):\($1)" }.sorted()
    return [
      name, "\(origin)", type.rawValue, "scale \(scale)", currency ?? "-", dateFormat.pattern,
      "blank \(blank)", values.joined(separator: ","), "\(unknownTokens.sorted())",
      "points \(percentInPoints)", by, furtherText,
    ].joined(separator: " | ")
  }

  /// What only few columns declare, in one text.
  fileprivate var furtherText: String {
    var parts: [String] = []
    if let extract { parts.append("extract \(extract)") }
    if !unknownPatterns.isEmpty { parts.append("unknown \(unknownPatterns.sorted())") }
    if redacted != CellTokens() { parts.append("redacted \(redacted)") }
    if let between { parts.append("between \(between.lowerBound) \(between.upperBound)") }
    if let negateWhen { parts.append("negate_when \(negateWhen.text.debugDescription)") }
    if let exchange {
      let rates = [exchange.column, exchange.rates, exchange.rate].compactMap { $0?.value }
      parts.append("currency \(rates)")
    }
    return parts.joined(separator: ", ")
  }
}
