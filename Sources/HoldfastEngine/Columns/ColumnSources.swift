import CEL
import HoldfastExpressions
import HoldfastModel
import Tabular

/// The cells that a column's cell decides: its own, and those of the references it leads to. Two
/// rows have the same signature where no question can tell their cells apart.
struct ColumnSources {
  /// One of them. A class: a value of so many parts would be copied for each cell.
  private final class Source {
    /// The reference and its column; nil for the column's own cell.
    let reference: (place: Int, column: Int)?
    var questions: [ColumnAxis.Question] = []
    var keys: Set<String> = []
    /// The class of each text, and of each other cell.
    var texts: [TextKey: UInt32] = [:]
    var others: [Cell?: UInt32] = [:]
    var classes: [[Answer]: UInt32] = [:]

    init(reference: (place: Int, column: Int)?) { self.reference = reference }
  }

  /// How many distinct cells of a source are remembered.
  private static let limit = 1 << 17

  private var sources: [Source] = []
  /// Parts that read cells of several sources at once.
  private var joint: [ColumnAxis.Question] = []
  private var pairs: [[UInt64: UInt32]] = []
  private var jointClasses: [[Answer]: UInt32] = [:]

  /// Takes a question that is no part of a condition.
  mutating func take(_ question: ColumnAxis.Question) {
    switch question {
    case .kind(let slot, let view), .text(let slot, let view):
      guard let source = source(of: slot, view) else { return }
      sources[source].questions.append(question)
    // Dates tell each day apart anyway; whether a reference leads anywhere, its cells say.
    case .bucket, .day: sources[own].questions.append(question)
    case .leads(let place): _ = source(place, 0)
    case .leaf: break
    }
  }

  /// Takes a part of a condition that is not made of others.
  mutating func take(_ leaf: Leaf, _ view: RowView, key: String) {
    let used = Set(leaf.program.slots.compactMap { source(of: $0, view) })
    guard let only = used.first, used.count == 1 else {
      if !used.isEmpty { joint.append(.leaf(leaf, view)) }
      return
    }
    guard sources[only].keys.insert(key).inserted else { return }
    sources[only].questions.append(.leaf(leaf, view))
  }

  private var own: Int {
    mutating get {
      if let known = sources.firstIndex(where: { $0.reference == nil }) { return known }
      sources.append(Source(reference: nil))
      return sources.count - 1
    }
  }

  private mutating func source(_ place: Int, _ column: Int) -> Int {
    let known = sources.firstIndex {
      $0.reference?.place == place && $0.reference?.column == column
    }
    if let known { return known }
    sources.append(Source(reference: (place, column)))
    return sources.count - 1
  }

  private mutating func source(of slot: Int, _ view: RowView) -> Int? {
    switch view.source(of: slot) {
    case .column: own
    case .reference(let place, let column): source(place, column)
    case .parameter: nil
    }
  }

  /// What tells a row from those that some question tells apart.
  mutating func signature(of sample: ColumnAxis.Sample, _ axis: ColumnAxis) -> UInt64 {
    var key: UInt64 = 0
    for index in sources.indices {
      let number = number(index, sample, axis)
      key = index == 0 ? UInt64(number) : pair(key, UInt64(number), at: index)
    }
    guard !joint.isEmpty else { return key }
    let answers = joint.map { axis.answer($0, sample) }
    let number = jointClasses[answers] ?? UInt32(jointClasses.count)
    jointClasses[answers] = number
    return pair(key, UInt64(number), at: sources.count)
  }

  private mutating func pair(_ left: UInt64, _ right: UInt64, at index: Int) -> UInt64 {
    while pairs.count <= index { pairs.append([:]) }
    let key = left << 32 | right
    if let known = pairs[index][key] { return UInt64(known) }
    let number = UInt32(pairs[index].count)
    pairs[index][key] = number
    return UInt64(number)
  }

  /// The class of the cell of a source.
  private mutating func number(
    _ index: Int, _ sample: ColumnAxis.Sample, _ axis: ColumnAxis
  ) -> UInt32 {
    let source = sources[index]
    let cell: Cell?
    if let (place, column) = source.reference {
      cell = sample.references[place].map { $0[column] }
    } else {
      cell = sample.cell
    }
    if case .text(let text)? = cell {
      if source.questions.isEmpty { return 0 }
      let key = TextKey(text)
      if let known = source.texts[key] { return known }
      let number = asked(source, sample, axis)
      if source.texts.count >= Self.limit { source.texts.removeAll() }
      source.texts[key] = number
      return number
    }
    if let known = source.others[cell] { return known }
    let number = asked(source, sample, axis)
    if source.others.count >= Self.limit { source.others.removeAll() }
    source.others[cell] = number
    return number
  }

  /// Asks all questions about a cell that was not met yet.
  private func asked(
    _ source: Source, _ sample: ColumnAxis.Sample, _ axis: ColumnAxis
  ) -> UInt32 {
    let leads = source.reference.map { sample.references[$0.place] != nil } ?? true
    let answers = [Answer.bool(leads)] + source.questions.map { axis.answer($0, sample) }
    let number = source.classes[answers] ?? UInt32(source.classes.count + 1)
    source.classes[answers] = number
    return number
  }
}
