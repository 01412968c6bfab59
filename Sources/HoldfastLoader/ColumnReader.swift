import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads the columns of a dataset.
struct ColumnReader {
  let currency: String
  let problems: Problems

  func column(_ name: Located<String>, _ node: YAMLNode) -> Column? {
    Fields(node, .column, "column '\(name.value)'", problems).map { column(name, $0) }
  }

  /// The column of some fields; those of a file laid over those of its dataset come here too.
  func column(_ name: Located<String>, _ root: Fields) -> Column {
    var fields = root
    var result = Column(name: name.value, type: fields.word("type") ?? .text, span: name.span)
    OriginReader(problems: problems).read(&fields, into: &result)
    readAmount(&fields, into: &result)
    readFormat(&fields, into: &result)
    result.between = between(&fields, of: result)
    let tokens = TokenReader(problems: problems)
    let unknown = tokens.tokens("unknown_tokens", &fields)
    result.unknownTokens = unknown.texts
    result.unknownPatterns = unknown.patterns
    result.redacted = tokens.tokens("redacted", &fields)
    result.isPersonal = fields.bool("personal") ?? false
    result.edition = fields.text("edition")?.value
    MeaningReader(problems: problems).read(&fields, into: &result)
    fields.finish()
    return result
  }

  private func readFormat(_ fields: inout Fields, into result: inout Column) {
    if let format = fields.text("format") {
      if let pattern = DateFormat(format.value) {
        result.dateFormat = pattern
      } else {
        problems.add(
          "'\(format.value)' is no date format", at: format.span,
          help: Self.dayHelp(format.value)
            ?? "use d, dd, M, MM, MMM, MMMM, yy and yyyy: dd/MM/yyyy; or serial")
      }
      if result.type != .date {
        problems.add("only a date has a format", at: format.span, help: "add type: date")
      }
    }
    if let written = fields.text("written_as") {
      result.percentInPoints = written.value != "fraction"
      if !["points", "fraction"].contains(written.value) || result.type != .percent {
        problems.add("written_as is points or fraction, of a percent column", at: written.span)
      }
    }
  }

  /// What to do about a format with a time of day.
  private static func dayHelp(_ format: String) -> String? {
    guard let hour = format.firstIndex(where: { "Hh".contains($0) }) else { return nil }
    let day = format[..<hour].reversed().drop { " T'".contains($0) }.reversed()
    guard DateFormat(String(day)) != nil else { return nil }
    return "leave the time of day out: format: \(String(day)) and extract: '^(.*)[ T]\\d+:'"
  }

  private func readAmount(_ fields: inout Fields, into result: inout Column) {
    if let scale = fields.integer("scale") { result.scale = scale }
    result.basis = fields.text("basis")?.value
    result.negateWhen = fields.expression("negate_when")
    let node = fields.node("currency")
    guard result.type == .decimal else {
      if let node { problems.add("only a decimal has a currency", at: node.span) }
      if let when = result.negateWhen {
        problems.add("only a decimal has a sign to turn", at: when.span, help: "add type: decimal")
      }
      return
    }
    result.currency = currency
    guard let node else { return }
    if node.scalar == nil {
      result.exchange = exchange(node)
    } else if let code = fields.text("currency") {
      result.currency = code.value == "none" ? nil : code.value
      if code.value != "none", !InstitutionLoader.isCurrency(code.value) {
        problems.add(
          "'\(code.value)' is no currency code", at: code.span,
          help: "write three capital letters, or none for a number that is no money")
      }
    }
  }

  private func exchange(_ node: YAMLNode) -> Exchange? {
    guard var fields = Fields(node, .exchange, "'currency'", problems) else { return nil }
    let column = fields.text("column")
    let (rates, rate) = (fields.text("rates"), fields.text("rate"))
    fields.finish()
    return column.map { Exchange(column: $0, rates: rates, rate: rate) }
  }

  private func between(_ fields: inout Fields, of column: Column) -> ClosedRange<Decimal>? {
    guard let node = fields.node("between") else { return nil }
    let ends = fields.texts("between") ?? []
    let numbers = ends.compactMap { Decimal($0.value) }
    guard ends.count == 2, numbers.count == 2, numbers[0] <= numbers[1] else {
      problems.add(
        "between is two numbers, the smaller first", at: node.span,
        help: "write for example between: [0, 100000]")
      return nil
    }
    guard column.type == .percent, column.percentInPoints else { return numbers[0]...numbers[1] }
    let shares = numbers.map { Decimal(coefficient: $0.coefficient, scale: $0.scale + 2) }
    return shares[0]...shares[1]
  }
}
