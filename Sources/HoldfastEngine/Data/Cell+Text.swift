import Exact
import Tabular

extension Cell {
  /// The cell as a key: texts as written, whole numbers by their digits.
  var keyText: String? {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    default: nil
    }
  }

  /// The cell's day.
  var date: CivilDate? {
    guard case .date(let date) = self else { return nil }
    return date
  }

  /// The cell as a reader knows it.
  var shownText: String {
    switch self {
    case .unknown, .excluded: "(blank)"
    case .text(let text): text
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .date(let value): value.description
    case .timestamp(let seconds, _): "\(seconds) s"
    case .fault: "(cannot be read)"
    }
  }
}
