import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

extension PackLoader {
  func parameters(_ fields: inout Fields, _ problems: Problems) -> [Parameter] {
    var result: [Parameter] = []
    for (name, own) in fields.table("parameters", { "parameter '\($0)'" }) {
      var parameter = own
      let kind: Parameter.Kind? = parameter.word("type")
      let written = parameter.scalar("default")
      _ = parameter.text("means")
      parameter.finish()
      guard let kind else { continue }
      let value = written.flatMap { ParameterReader.value($0, kind, name.value, problems) }
      result.append(Parameter(name: name.value, kind: kind, value: value, span: name.span))
    }
    return result
  }
}

/// Reads the value of a parameter.
enum ParameterReader {
  static func value(
    _ scalar: YAMLScalar, _ kind: Parameter.Kind, _ name: String, _ problems: Problems
  ) -> Parameter.Value? {
    if let value = value(scalar, kind) { return value }
    let example =
      switch kind {
      case .percent: "25%"
      case .decimal: "1234.50"
      case .integer: "20"
      case .date: "2024-04-01"
      case .bool: "true"
      case .text, .area: "home"
      }
    problems.add(
      "'\(scalar.text)' is no \(kind.rawValue) for parameter '\(name)'", at: scalar.span,
      help: "write for example \(example)")
    return nil
  }

  private static func value(_ scalar: YAMLScalar, _ kind: Parameter.Kind) -> Parameter.Value? {
    switch kind {
    case .text, .area: return scalar.resolved.isNull ? nil : .text(scalar.text)
    case .date: return CivilDate(scalar.text).map(Parameter.Value.date)
    case .bool:
      guard case .bool(let value) = scalar.resolved else { return nil }
      return .bool(value)
    case .integer:
      guard case .integer(let value?) = scalar.resolved else { return nil }
      return Int64(exactly: value).map(Parameter.Value.integer)
    case .decimal, .percent:
      guard let (number, unit) = Quantity.read(scalar.text),
        (unit == .percent) == (kind == .percent)
      else { return nil }
      return .decimal(number)
    }
  }
}
