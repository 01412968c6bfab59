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
    /// The questions that tell one text from another.
    var textQuestions: [ColumnAxis.Question] = []
    var keys: Set<TextKey> = []
    /// The class of each cell of a kind that has few, by its place there.
    var few = [UInt32?](repeating: nil, count: 5)
    /// The class of each text, and of each other cell.
    var texts: [TextKey: UInt32] = [:]
    var others: [Cell?: UInt32] = [:]
    var classes: [[Answer]: UInt32] = [:]
    /// The class of texts about which all questions are answered with yes or no, by the answers.
    var plainClasses: [UInt64: UInt32] = [:]
    private var last: UInt32 = 0

    init(reference: (place: Int, column: Int)?) { self.reference = reference }

    /// How many texts are remembered. Rows of a reference are asked for once each, so that only
    /// texts that stand in many of them are worth it.
    var limit: Int { reference == nil ? 1 << 17 : 1 << 12 }

    /// A class that was not given before.
    func next() -> UInt32 {
      last += 1
      return last
    }

    func take(_ question: ColumnAxis.Question) {
      questions.append(question)
      if !question.isBlindToTexts { textQuestions.append(question) }
    }
  }

  private var sources: [Source] = []
  /// Parts that read cells of several sources at once.
  private var joint: [ColumnAxis.Question] = []
  private var pairs: [[UInt64: UInt32]] = []
  private var jointClasses: [[Answer]: UInt32] = [:]
  /// The class of each source's cell in the sample that was asked about last.
  private(set) var numbers: [UInt32] = []
  /// Whether no question tells one text of the column's own from another.
  private(set) var areBlindToOwnTexts = true

  /// The same questions, of which nothing is known yet, asked of rows of their own: another thread
  /// may ask them meanwhile.
  func ownCopy() -> ColumnSources {
    var views: [ObjectIdentifier: RowView] = [:]
    func own(_ question: ColumnAxis.Question) -> ColumnAxis.Question {
      question.asked { view in
        let copy = views[ObjectIdentifier(view)] ?? view.ownCopy()
        views[ObjectIdentifier(view)] = copy
        return copy
      }
    }
    var result = ColumnSources()
    result.areBlindToOwnTexts = areBlindToOwnTexts
    result.joint = joint.map(own)
    result.sources = sources.map { source in
      let copy = Source(reference: source.reference)
      for question in source.questions { copy.take(own(question)) }
      return copy
    }
    return result
  }

  /// Takes a question that is no part of a condition.
  mutating func take(_ question: ColumnAxis.Question) {
    switch question {
    case .kind(let slot, let view), .text(let slot, let view):
      guard let source = source(of: slot, view) else { return }
      take(question, source)
    // Dates tell each day apart anyway; whether a reference leads anywhere, its cells say.
    case .bucket, .day: take(question, own)
    case .leads(let place): _ = source(place, 0)
    case .leaf: break
    }
  }

  /// Takes a part of a condition that is not made of others.
  mutating func take(_ leaf: Leaf, _ view: RowView, key: String) {
    let used = Set(leaf.program.slots.compactMap { source(of: $0, view) })
    guard let only = used.first, used.count == 1 else {
      guard !used.isEmpty else { return }
      joint.append(.leaf(leaf, view))
      if used.contains(where: { sources[$0].reference == nil }) { areBlindToOwnTexts = false }
      return
    }
    guard sources[only].keys.insert(TextKey(key)).inserted else { return }
    take(.leaf(leaf, view), only)
  }

  private mutating func take(_ question: ColumnAxis.Question, _ source: Int) {
    sources[source].take(question)
    if sources[source].reference == nil, !question.isBlindToTexts { areBlindToOwnTexts = false }
  }

  /// The sources whose classes decide the answer to a question; nil where more does.
  mutating func inputs(of question: ColumnAxis.Question) -> [Int]? {
    switch question {
    case .kind(let slot, let view), .text(let slot, let view):
      return source(of: slot, view).map { [$0] }
    case .leads(let place): return [source(place, 0)]
    case .bucket, .day: return [own]
    case .leaf(let leaf, let view):
      let used = Set(leaf.program.slots.compactMap { source(of: $0, view) })
      return used.count == 1 || used.count == 2 && joint.isEmpty ? used.sorted() : nil
    }
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
    numbers.removeAll(keepingCapacity: true)
    for index in sources.indices {
      let number = number(index, sample, axis)
      numbers.append(number)
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
    if let place = Self.fewPlace(of: cell) {
      if let known = source.few[place] { return known }
      let number = asked(source, sample, axis)
      source.few[place] = number
      return number
    }
    if case .text(let text)? = cell {
      return self.number(text, source, sample, axis)
    }
    if let known = source.others[cell] { return known }
    let number = asked(source, sample, axis)
    if source.others.count < source.limit { source.others[cell] = number }
    return number
  }

  /// The class of a text. What is the same for all texts is not asked.
  private func number(
    _ text: String, _ source: Source, _ sample: ColumnAxis.Sample, _ axis: ColumnAxis
  ) -> UInt32 {
    guard !source.textQuestions.isEmpty else { return plain(0, source) }
    let key = TextKey(text)
    if let known = source.texts[key] { return known }
    let number = asked(aboutText: source, sample, axis)
    if source.texts.count < source.limit { source.texts[key] = number }
    return number
  }

  /// Asks the questions that tell texts apart about one that was not met yet.
  private func asked(
    aboutText source: Source, _ sample: ColumnAxis.Sample, _ axis: ColumnAxis
  ) -> UInt32 {
    guard source.textQuestions.count < 64 else { return asked(source, sample, axis) }
    var answers: UInt64 = 1
    for question in source.textQuestions {
      guard case .bool(let answer) = axis.answer(question, sample) else {
        return asked(source, sample, axis)
      }
      answers = answers << 1 | (answer ? 1 : 0)
    }
    return plain(answers, source)
  }

  private func plain(_ answers: UInt64, _ source: Source) -> UInt32 {
    if let known = source.plainClasses[answers] { return known }
    let number = source.next()
    source.plainClasses[answers] = number
    return number
  }

  /// Where the class of a cell stands among those of a kind that has few.
  private static func fewPlace(of cell: Cell?) -> Int? {
    switch cell {
    case nil: 0
    case .unknown: 1
    case .excluded: 2
    case .bool(false): 3
    case .bool(true): 4
    default: nil
    }
  }

  /// Asks all questions about a cell that was not met yet.
  private func asked(
    _ source: Source, _ sample: ColumnAxis.Sample, _ axis: ColumnAxis
  ) -> UInt32 {
    let leads = source.reference.map { sample.references[$0.place] != nil } ?? true
    let answers = [Answer.bool(leads)] + source.questions.map { axis.answer($0, sample) }
    let number = source.classes[answers] ?? source.next()
    source.classes[answers] = number
    return number
  }
}
