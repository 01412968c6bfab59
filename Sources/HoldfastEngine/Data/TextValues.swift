import Diagnostics
import HoldfastModel
import Tabular

/// The distinct texts of a column, as far as there is room.
///
/// They answer two questions about a literal that a condition compares the column with: whether
/// the column ever holds it, and which value is nearest. Distinct texts past the limit are looked
/// up no more, so a literal is asked for while rows pass (`want`) and not only at the end.
struct TextValues {
  private var texts: Set<TextKey> = []
  private var wanted: [TextKey: Bool] = [:]

  /// How many distinct texts are kept for suggestions.
  static let limit = 10_000

  init() {}

  /// Watches for some texts.
  init(wanted: Set<String>) { for text in wanted { want(text) } }

  /// Watches for a text.
  mutating func want(_ text: String) {
    let key = TextKey(text)
    wanted[key] = wanted[key] ?? false
  }

  mutating func add(_ cell: Cell) {
    guard case .text(let text) = cell else { return }
    let key = TextKey(text)
    if wanted[key] == false { wanted[key] = true }
    if texts.count < Self.limit { texts.insert(key) }
  }

  /// Whether a watched text was met.
  func holds(_ text: String) -> Bool {
    wanted[TextKey(text)] == true || texts.contains(TextKey(text))
  }

  /// The nearest text that was met; none where not all could be kept, since which were would
  /// depend on the order of the rows.
  func nearest(to text: String) -> String? {
    texts.count < Self.limit ? Nearest.name(to: text, in: texts.map(\.text)) : nil
  }
}
