internal import Exact
internal import HoldfastModel
internal import JSONText

/// A JSON value as JSON Schema compares them: numbers by what they are and not by how they are
/// written, texts by their bytes, objects whatever the order of their members.
enum ParameterValue: Hashable {
  case null
  case bool(Bool)
  case number(Decimal)
  case text(TextKey)
  case list([ParameterValue])
  case object([TextKey: ParameterValue])

  /// The value; nil where a number has more than 38 digits.
  init?(_ value: JSONValue) {
    switch value.kind {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text):
      guard let number = ParameterValue.decimal(text) else { return nil }
      self = .number(number)
    case .text(let text): self = .text(TextKey(text))
    case .list(let items):
      let read = items.compactMap(ParameterValue.init)
      guard read.count == items.count else { return nil }
      self = .list(read)
    case .object(let members):
      var read: [TextKey: ParameterValue] = [:]
      for member in members {
        guard let inner = ParameterValue(member.value) else { return nil }
        read[TextKey(member.key)] = inner
      }
      self = .object(read)
    }
  }

  /// A JSON number as a decimal; nil where that has more than 38 digits.
  static func decimal(_ text: String) -> Decimal? {
    guard let plain = PlainNumber.text(text, limit: 80),
      let number = Decimal(trimmed(plain)), String(number.coefficient.magnitude).utf8.count <= 38
    else { return nil }
    return number
  }

  /// A plain number without the zeros at its end that mean nothing.
  private static func trimmed(_ plain: String) -> String {
    guard plain.utf8.contains(UInt8(ascii: ".")) else { return plain }
    var text = plain
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }
}
