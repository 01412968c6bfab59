/// A name that only programs write: `cel.index(0)`, `cel.iterVar(0, 1)`, `cel.accuVar(0, 1)`.
///
/// As an identifier it begins with `@`, which no name that a person writes does.
enum BlockName {
  case index(Int)
  case iterVar(Int, Int)
  case accuVar(Int, Int)

  /// Reads the macro; throws where an argument is no small whole number.
  init(_ macro: String, _ arguments: [Expression]) throws(Issue) {
    var numbers: [Int] = []
    for argument in arguments {
      guard case .literal(.int(let number)) = argument.kind, (0..<10_000).contains(number) else {
        throw Messages.noBlockNumber(macro, at: argument.range)
      }
      numbers.append(Int(number))
    }
    switch macro {
    case "cel.index": self = .index(numbers[0])
    case "cel.iterVar": self = .iterVar(numbers[0], numbers[1])
    default: self = .accuVar(numbers[0], numbers[1])
    }
  }

  /// The name as an identifier of the tree.
  var identifier: String {
    switch self {
    case .index(let place): "@index\(place)"
    case .iterVar(let depth, let place): "@it:\(depth):\(place)"
    case .accuVar(let depth, let place): "@ac:\(depth):\(place)"
    }
  }

  /// An identifier of the tree as an expression writes it.
  static func spelled(_ identifier: String) -> String {
    guard identifier.hasPrefix("@") else { return identifier }
    if identifier.hasPrefix("@index") { return "cel.index(\(identifier.dropFirst(6)))" }
    let numbers = identifier.split(separator: ":").dropFirst().joined(separator: ", ")
    return (identifier.hasPrefix("@it") ? "cel.iterVar(" : "cel.accuVar(") + numbers + ")"
  }
}
