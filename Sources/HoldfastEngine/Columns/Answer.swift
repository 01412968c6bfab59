import CEL
import HoldfastModel
import Tabular

/// What is to be said of a cell, as far as answers have to be told apart.
enum Answer: Hashable {
  case none
  case bool(Bool)
  case number(Int)
  case text(TextKey)
  case unknown([String])
  case failed(TextKey)
  case other(TextKey)

  /// The value of an expression.
  init(_ value: Value) {
    self =
      switch value {
      case .bool(let value): .bool(value)
      case .unknown(let unknown): .unknown(unknown.attributes.sorted())
      case .error(let error): .failed(TextKey(error.discreetMessage))
      case .string(let text): .text(TextKey(text))
      default: .other(TextKey(value.description))
      }
  }

  /// Whether there is a cell, and whether it says something.
  static func kind(_ cell: Cell?) -> Answer {
    switch cell {
    case nil: .number(0)
    case .unknown: .number(1)
    case .excluded: .number(2)
    case .fault: .number(3)
    default: .number(4)
    }
  }
}
