public import CEL
import Exact

/// Whether a text, such as a postcode, lies in a named area; nil where it cannot be told.
public typealias AreaTest = @Sendable (String) -> Bool?

/// A named place as a value of expressions.
struct AreaValue: OpaqueValue {
  static let typeName = "area"
  static let type = CELType.opaque(typeName)

  let name: String
  let contains: AreaTest

  var typeName: String { Self.typeName }

  var description: String { "area(\"\(name)\")" }

  func isEqual(to other: any OpaqueValue) -> Bool { (other as? AreaValue)?.name == name }
}

extension Library {
  /// What Holdfast adds to the language: `area(name)`, `x in area(name)` and `known(x)`.
  ///
  /// `areas` gives the test of each named area.
  public static func holdfast(areas: [String: AreaTest]) -> Library {
    Library(
      name: "holdfast",
      functions: [
        Function(
          name: "area", doc: "A named place of the institution.",
          example: "'M5 4WT' in area('home') // true",
          overloads: [
            Overload(id: "area_string", parameters: [.string], result: AreaValue.type) { values in
              guard case .string(let name)? = values.first, let test = areas[name] else {
                return .failure("there is no such area")
              }
              return .opaque(AreaValue(name: name, contains: test))
            }
          ]),
        Function(
          name: Operator.isIn, doc: "Whether a postcode or code lies in an area.",
          example: "'M30 1AA' in area('home') // false",
          overloads: [
            Overload(id: "in_string_area", parameters: [.string, AreaValue.type], result: .bool) {
              values in
              guard case .string(let text)? = values.first,
                case .opaque(let value)? = values.last, let area = value as? AreaValue
              else { return .failure("no such overload") }
              return area.contains(text).map(Value.bool) ?? .unknown(Unknown([]))
            }
          ]),
        Function(
          name: "known", doc: "Whether a cell is filled; never unknown itself.",
          example: "[1].all(cell, known(cell)) // true",
          overloads: [
            Overload(id: "known_dyn", parameters: [.dyn], result: .bool, isStrict: false) {
              values in
              switch values.first {
              case .unknown?: .bool(false)
              case .error(let error)?: .error(error)
              default: .bool(true)
              }
            }
          ]),
      ])
  }
}

extension Library {
  /// `measurement(id)`: what another commitment measured, in targets alone.
  static func measurements(_ values: [String: Decimal]) -> Library {
    Library(
      name: "measurements",
      functions: [
        Function(
          name: "measurement", doc: "What another commitment measured; in targets only.",
          example: "measurement('CLE-1') // 0.25",
          overloads: [
            Overload(id: "measurement_string", parameters: [.string], result: .decimal) { given in
              guard case .string(let name)? = given.first, let value = values[name] else {
                return .failure("there is no such measurement")
              }
              return .decimal(value)
            }
          ])
      ])
  }
}

extension Expression {
  /// The first part of an expression that may have its extremes elsewhere than at the ends of the
  /// measurements in it; nil where there is none.
  var unbounded: Expression? {
    guard !measurements.isEmpty else { return nil }
    guard case .call(let function, _, let arguments) = kind else { return self }
    switch function {
    case "measurement": return nil
    case Operator.add, Operator.subtract, Operator.multiply, Operator.negate, "least", "greatest",
      "math.least", "math.greatest", "decimal":
      break
    case "div":
      if arguments.dropFirst().contains(where: { !$0.measurements.isEmpty }) { return self }
    default: return self
    }
    return arguments.lazy.compactMap(\.unbounded).first
  }

  /// Whether two parts with measurements in them are multiplied.
  var multipliesMeasurements: Bool {
    if case .call(Operator.multiply, _, let sides) = kind,
      sides.allSatisfy({ !$0.measurements.isEmpty })
    {
      return true
    }
    return kind.children.contains(where: \.multipliesMeasurements)
  }

  /// The calls of `measurement` with the names they ask for; nil where that is no text.
  var measurements: [(name: String?, node: Expression)] {
    var result: [(name: String?, node: Expression)] = []
    if case .call("measurement", _, let arguments) = kind {
      if case .literal(.string(let text))? = arguments.first?.kind {
        result.append((text, self))
      } else {
        result.append((nil, self))
      }
    }
    return result + kind.children.flatMap(\.measurements)
  }
}
