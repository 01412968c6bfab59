import CEL
import Diagnostics
import HoldfastModel

extension CommitmentCheck {
  /// The columns that a checker outside the program is sent, each of the type that it wants.
  func columns(_ found: inout [Diagnostic]) -> [(role: String, part: CheckedPart)] {
    let types = Dictionary(
      (checker?.outside?.roles ?? []).map { ($0.name, $0.type) },
      uniquingKeysWith: { first, _ in first })
    return (commitment.outside?.columns ?? []).compactMap { column in
      guard let type = types[column.role] else { return nil }
      return compiler.part(column.expression, column.role, giving: type.celTypes, &found)
        .map { (column.role, $0) }
    }
  }
}

extension OutsideDeclaration.ColumnType {
  /// What expressions may give for such a column.
  fileprivate var celTypes: [CELType] {
    switch self {
    case .text: [.string]
    case .decimal: [.decimal, .int]
    case .date: [.date]
    case .bool: [.bool]
    case .integer: [.int]
    }
  }
}
