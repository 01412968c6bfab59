import Diagnostics
import Exact
import HoldfastModel

/// Reads a target: a comparator and a quantity, or an expression over the pack's parameters.
struct TargetReader {
  let problems: Problems

  private static let comparators: [Target.Comparison] = [.atLeast, .atMost, .above, .below, .equal]

  /// The target of a text; nil, with a message, where it is none.
  func target(_ text: ExpressionText) -> Target? {
    let written = text.text.trimmed
    if written.hasPrefix("between ") { return between(text, written) }
    if let (comparison, rule) = BaselineText.target(written) {
      return Target(
        comparison: comparison, quantities: [.baseline(rule)], text: written, span: text.span)
    }
    if BaselineText.speaksOfBaseline(written) {
      problems.add(
        "this says nothing of a baseline that is known here: '\(written)'", at: text.span,
        help: BaselineText.forms)
      return nil
    }
    guard let comparison = Self.comparators.first(where: { written.hasPrefix($0.rawValue) }) else {
      problems.add(
        "a target begins with >=, >, <=, <, = or between, not '\(written)'", at: text.span,
        help: "write for example \">= 25%\", in quotes")
      return nil
    }
    guard
      let quantity = quantity(text, from: comparison.rawValue.utf8.count + text.text.leadingBlanks)
    else { return nil }
    return Target(comparison: comparison, quantities: [quantity], text: written, span: text.span)
  }

  private func between(_ text: ExpressionText, _ written: String) -> Target? {
    let bytes = Array(text.text.utf8)
    let separator = Array(" and ".utf8)
    let start = text.text.leadingBlanks + "between ".utf8.count
    guard let middle = bytes.firstRange(of: separator, from: start) else {
      problems.add("'between' wants two quantities: \"between 10% and 20%\"", at: text.span)
      return nil
    }
    guard let low = quantity(text, from: start, to: middle),
      let high = quantity(text, from: middle + separator.count)
    else { return nil }
    if case .number(let a, _) = low, case .number(let b, _) = high, a > b {
      problems.add("the first quantity of 'between' is above the second", at: text.span)
      return nil
    }
    return Target(comparison: .between, quantities: [low, high], text: written, span: text.span)
  }

  private func quantity(_ text: ExpressionText, from start: Int, to end: Int? = nil)
    -> Target.Quantity?
  {
    let bytes = Array(text.text.utf8)
    let slice = bytes[min(start, bytes.count)..<(end ?? bytes.count)]
    let lower = slice.firstIndex { $0 != UInt8(ascii: " ") } ?? slice.endIndex
    let written = String(decoding: slice[lower...], as: UTF8.self).trimmed
    guard !written.isEmpty else {
      problems.add(
        "the target names no quantity", at: text.span, help: "write for example \">= 25%\"")
      return nil
    }
    if let (number, unit) = Quantity.read(written) { return .number(number, unit) }
    return .expression(
      ExpressionText(written) { range in
        text.span(of: range.lowerBound + lower..<range.upperBound + lower)
      })
  }
}

/// A number with its unit, as people write it: `25%`, `£12m`, `1,500`, `GBP 2.5bn`.
enum Quantity {
  private static let factors: [(suffix: String, power: Int)] = [("bn", 9), ("m", 6), ("k", 3)]

  /// The number and unit of a text; nil where it is none.
  static func read(_ text: String) -> (Decimal, TargetUnit)? {
    var rest = text[...]
    var unit = TargetUnit.plain
    let negative = rest.hasPrefix("-")
    if negative { rest = rest.dropFirst() }
    if let sign = Currency.signs.first(where: { rest.hasPrefix($0.key) }) {
      rest = rest.dropFirst(sign.key.count)
      unit = .currency(sign.value)
    } else if let code = currencyCode(rest) {
      rest = rest.dropFirst(3)
      unit = .currency(code)
    }
    rest = rest.drop { $0 == " " }
    var power = 0
    if rest.hasSuffix("%") {
      guard unit == .plain else { return nil }
      rest = rest.dropLast()
      (unit, power) = (.percent, -2)
    } else if let factor = factors.first(where: { rest.hasSuffix($0.suffix) }) {
      rest = rest.dropLast(factor.suffix.count)
      power = factor.power
    }
    while rest.last == " " { rest = rest.dropLast() }
    guard let number = plainNumber(rest), let value = shifted(number, power, negative) else {
      return nil
    }
    return (value, unit)
  }

  private static func currencyCode(_ text: Substring) -> String? {
    let code = text.prefix(3)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    return String(code)
  }

  /// A number with thousands commas in the right places or none.
  private static func plainNumber(_ text: Substring) -> Decimal? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard text.first != "-", groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Decimal(groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
  }

  private static func shifted(_ number: Decimal, _ power: Int, _ negative: Bool) -> Decimal? {
    var result: Decimal? = number
    if power < 0 {
      guard number.scale - power <= Decimal.maximumScale else { return nil }
      result = Decimal(coefficient: number.coefficient, scale: number.scale - power)
    } else {
      for _ in 0..<power { result = try? result?.multiplied(by: Decimal(10)) }
    }
    return negative ? try? result?.negated() : result
  }
}

extension String {
  /// The text without blanks around.
  var trimmed: String {
    var bytes = Array(utf8)[...]
    while let last = bytes.last, last == 0x20 || last == 0x0A || last == 0x0D || last == 0x09 {
      bytes.removeLast()
    }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes of blanks stand in front.
  var leadingBlanks: Int { utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count }
}

extension [UInt8] {
  fileprivate func firstRange(of needle: [UInt8], from start: Int) -> Int? {
    guard count >= needle.count else { return nil }
    return (Swift.min(start, count)..<count).first { self[$0...].starts(with: needle) }
  }
}
