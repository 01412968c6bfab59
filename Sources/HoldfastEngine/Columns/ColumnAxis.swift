import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// One column as conditions see it: rows whose cells make no difference to any condition are of one
/// class.
///
/// The rows of references that the column leads to belong to it, since its cell decides them. Many
/// cells lead to rows that differ only in what nobody asks about; so each column of a reference has
/// classes of its own first, and questions are asked once for each combination of those.
final class ColumnAxis {
  /// Something that a cell decides.
  enum Question {
    /// The value of a part of a condition.
    case leaf(Leaf, RowView)
    /// Whether the cell in a slot is blank, left out or filled.
    case kind(slot: Int, RowView)
    /// Whether a reference leads somewhere.
    case leads(place: Int)
    /// The text in a slot.
    case text(slot: Int, RowView)
    /// The stretch of time in which the rows are summed.
    case bucket
    /// The day.
    case day

    /// The question asked of another row in place of its own.
    func asked(_ other: (RowView) -> RowView) -> Question {
      switch self {
      case .leaf(let leaf, let view): .leaf(leaf, other(view))
      case .kind(let slot, let view): .kind(slot: slot, other(view))
      case .text(let slot, let view): .text(slot: slot, other(view))
      case .leads, .bucket, .day: self
      }
    }

    /// Whether the answer is the same for all texts.
    var isBlindToTexts: Bool {
      switch self {
      case .kind, .leads: true
      case .leaf(let leaf, _): leaf.asksForPresence
      case .text, .bucket, .day: false
      }
    }
  }

  /// A row that stands for all of a class.
  struct Sample {
    var cell: Cell
    /// The rows that the references of the dataset lead to, as far as they belong to the column.
    var references: [[Cell]?]
  }

  /// The column's place in the dataset.
  let column: Int
  /// The references that it leads to.
  let places: [Int]
  private(set) var questions: [Question] = []
  private var keys: [TextKey: Int] = [:]
  private var answers: [AnswerBook] = []
  private(set) var sources: ColumnSources
  private var known: [UInt64: Int32] = [:]
  private var numbers: [[Int32]: Int32] = [:]
  /// The answers of each class, by question.
  private(set) var classes: [[Int32]] = []
  private(set) var samples: [Sample] = []
  private let tables: [(place: Int, table: ReferenceTable)]
  private let bucket: (CivilDate) -> CivilDate
  /// No row of any reference.
  private let nowhere: [[Cell]?]
  /// The only reference, its place, and the class of each of its rows, where cells that lead to it
  /// are told apart by its rows alone.
  private(set) var keyed: (table: ReferenceTable, place: Int, rows: SharedNumbers)?
  /// The classes of keys of references, which every thread asks for.
  private var keyClasses: [TextKey: Int32] = [:]
  /// How many keys are remembered, and how many classes there may be.
  private static let limit = 1 << 17

  /// Whether there are so many classes that rows are better judged one by one.
  var isFull: Bool { classes.count > Self.limit }

  init(
    _ column: Int, references tables: [Int: ReferenceTable], among count: Int,
    bucket: @escaping (CivilDate) -> CivilDate
  ) {
    self.column = column
    nowhere = Array(repeating: nil, count: count)
    self.tables = tables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    places = tables.keys.sorted()
    sources = ColumnSources()
    self.bucket = bucket
  }

  /// An axis of numbers, whose classes are the stretches between cuts, unknown and left out. Its
  /// questions are which of these kinds a number is of, and for each cut whether it is not below.
  init(numbers column: Int, cuts: [Int64], scale: Int, isWhole: Bool) {
    self.column = column
    (tables, places, bucket, sources) = ([], [], { $0 }, ColumnSources())
    nowhere = []
    let middles = cuts.isEmpty ? [0] : [cuts[0] - 1] + cuts
    let cells = middles.map { number -> Cell in
      isWhole ? .integer(number) : .decimal(Decimal(coefficient: Int128(number), scale: scale))
    }
    samples = (cells + [.unknown, .excluded]).map { Sample(cell: $0, references: []) }
    classes = samples.indices.map { place in
      let kind = Int32(max(0, place - cuts.count))
      return [kind] + cuts.indices.map { kind == 0 && place > $0 ? 1 : 0 }
    }
  }

  /// The place of a question, which is asked once however many commitments ask it.
  func place(of question: Question, key text: String) -> Int {
    let key = TextKey(text)
    if let place = keys[key] { return place }
    keys[key] = questions.count
    questions.append(question)
    answers.append(AnswerBook())
    sources.take(question)
    return questions.count - 1
  }

  /// Makes parts of conditions known that read one column each: what they say of a cell is all that
  /// the conditions made of them can tell.
  func know(_ leaf: Leaf, _ view: RowView, key: String) { sources.take(leaf, view, key: key) }

  /// Says that all questions are known.
  func settle() {
    for place in questions.indices {
      answers[place].inputs = sources.inputs(of: questions[place])
    }
    guard tables.count == 1, sources.areBlindToOwnTexts else { return }
    let (place, table) = tables[0]
    keyed = (table, place, SharedNumbers(count: table.places.keys.count))
  }

  /// The class of a cell.
  func classify(_ cell: Cell) -> Int32 {
    guard !tables.isEmpty, let text = cell.keyText else {
      return classify(Sample(cell: cell, references: nowhere))
    }
    let key = TextKey(text)
    if let known = keyClasses[key] { return known }
    let number = classify(sample(of: cell))
    if keyClasses.count >= Self.limit { keyClasses.removeAll() }
    keyClasses[key] = number
    return number
  }

  /// The class of a cell with the rows that it leads to.
  func classify(_ sample: Sample) -> Int32 {
    let signature = sources.signature(of: sample, self)
    if let known = known[signature] { return known }
    let row = questions.indices.map { place in
      answers[place].number(over: sources.numbers) { answer(questions[place], sample) }
    }
    let number = numbers[row] ?? Int32(classes.count)
    known[signature] = number
    guard numbers[row] == nil else { return number }
    numbers[row] = number
    classes.append(row)
    samples.append(sample)
    return number
  }

  /// A cell with the rows that it leads to.
  func sample(of cell: Cell) -> Sample {
    var references = nowhere
    if let text = cell.keyText {
      for (place, table) in tables { references[place] = table.row(text, on: nil) }
    }
    return Sample(cell: cell, references: references)
  }

  /// What is to be said of a row.
  func answer(_ question: Question, _ sample: Sample) -> Answer {
    switch question {
    case .leads(let place): return .bool(sample.references[place] != nil)
    case .bucket: return sample.cell.date.map { .number(Int(bucket($0).days)) } ?? .none
    case .day: return sample.cell.date.map { .number(Int($0.days)) } ?? .none
    case .kind(let slot, let view): return .kind(cell(of: slot, view, sample))
    case .text(let slot, let view):
      let cell = cell(of: slot, view, sample)
      if case .text(let text)? = cell { return .text(TextKey(text)) }
      return .kind(cell)
    case .leaf(let leaf, let view):
      show(sample, in: view)
      return Answer(leaf.program.evaluate(view))
    }
  }

  private func cell(of slot: Int, _ view: RowView, _ sample: Sample) -> Cell? {
    switch view.source(of: slot) {
    case .column: sample.cell
    case .reference(let place, let column): sample.references[place].map { $0[column] }
    case .parameter: nil
    }
  }

  /// Puts the sample of a class in the place of the column.
  func show(_ sample: Sample, in view: RowView) {
    view.cells[column] = sample.cell
    for place in places { view.references[place] = sample.references[place] }
  }
}
