import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// The distinct texts of a column, as far as there is room, each with the first day that a row with
/// it is of.
///
/// They answer two questions about a literal that a condition compares the column with: whether
/// the column holds it by the day of the run, and which value is nearest. Distinct texts past the
/// limit are looked up no more, so a literal is asked for while rows pass (`want`) and not only at
/// the end.
struct TextValues: Sendable {
  private(set) var texts: [TextKey: CivilDate] = [:]
  private(set) var wanted: [TextKey: CivilDate?] = [:]
  /// Whether there were more distinct texts than are kept: which were would depend on the order of
  /// the rows, so then none is.
  private(set) var isFull = false

  /// How many distinct texts are kept for suggestions.
  static let limit = 10_000

  init() {}

  /// Texts as they were written down.
  init(texts: [TextKey: CivilDate], wanted: [TextKey: CivilDate?], isFull: Bool) {
    (self.texts, self.wanted, self.isFull) = (texts, wanted, isFull)
  }

  /// Watches for some texts.
  init(wanted: Set<TextKey>) { for text in wanted { want(text) } }

  /// Watches for a text.
  mutating func want(_ text: TextKey) {
    if wanted[text] == nil { wanted[text] = .some(nil) }
  }

  /// Takes the cell of a row of a day; of the first day there is where rows have none.
  mutating func add(_ cell: Cell, on day: CivilDate = CivilDate.range.lowerBound) {
    guard case .text(let text) = cell else { return }
    let key = TextKey(text)
    // What is kept answers for itself.
    if let first = texts[key], first <= day { return }
    if let first = wanted[key], first.map({ day < $0 }) ?? true { wanted[key] = day }
    insert(key, day)
  }

  private mutating func insert(_ key: TextKey, _ day: CivilDate) {
    guard !isFull else { return }
    if let first = texts[key], first <= day { return }
    texts[key] = day
    guard texts.count >= Self.limit else { return }
    isFull = true
    texts = [:]
  }

  /// These and others.
  func merged(with other: TextValues) -> TextValues {
    var result = self
    result.wanted.merge(other.wanted) { mine, others in
      guard let mine, let others else { return mine ?? others }
      return min(mine, others)
    }
    if other.isFull { (result.isFull, result.texts) = (true, [:]) }
    for (key, day) in other.texts { result.insert(key, day) }
    return result
  }

  /// Whether it can say of every text that others ask for whether the column holds it.
  func answers(_ other: TextValues) -> Bool {
    other.wanted.keys.allSatisfy { !isFull || wanted[$0] != nil }
  }

  /// The same for the texts that others ask for, and no more.
  func only(_ other: TextValues) -> TextValues {
    var result = self
    result.wanted = [:]
    for key in other.wanted.keys { result.wanted[key] = wanted[key] ?? .some(texts[key]) }
    return result
  }

  /// Whether a watched text was met in a row of that day or before.
  func holds(_ text: String, by day: CivilDate) -> Bool {
    guard let first = wanted[TextKey(text)] ?? texts[TextKey(text)] else { return false }
    return first <= day
  }

  /// The nearest text that was met by a day; none where there were too many to be kept.
  func nearest(to text: String, by day: CivilDate) -> String? {
    Nearest.name(to: text, in: texts.filter { $0.value <= day }.map(\.key.text))
  }
}
