import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Says what the cells of a cube come to: each class of rows is judged once, by the judge of single
/// rows, on a row that stands for the class.
struct CubeJudge {
  /// Rows that a report may show.
  struct Shown: Sendable {
    /// The judge's place among those of the cube.
    let place: Int
    /// Its place in the plan.
    let part: Int
    /// What it makes of them.
    let outcome: RowOutcome
  }

  /// What is made of rows of some classes, whatever the time.
  struct Logic {
    /// For each judge of the cube, in its order, the place of its outcome among all.
    let outcomes: [Int]
    /// Which rows have to be looked at one by one.
    let look: Look
    /// What the judges make of them that a report may show rows of.
    let shown: [Shown]
    /// Whether the dataset keeps the rows.
    let isKept: Bool
  }

  /// Which rows of a cell have to be looked at one by one.
  enum Look: Int, Comparable {
    /// None: their sums say all.
    case none
    /// Those that weigh most, to be shown.
    case heaviest
    /// All, to be shown: without a number all weigh the same.
    case shown
    /// All, to be judged: no sum stands for them.
    case judged

    static func < (left: Look, right: Look) -> Bool { left.rawValue < right.rawValue }
  }

  private let plan: ColumnPlan
  private let group: Int
  private let book: ClassBook
  private let limits: [RowLimits]
  private let axes: [Int]
  /// The axis of the dates among those of the cube.
  private let time: Int?
  private(set) var logics: [Logic] = []
  /// What the judges made of classes, by judge.
  private(set) var outcomes: [[RowOutcome]]
  private var known: [[Int]: Int] = [:]
  private var parts: [PartClasses]
  private var timeless: [Int: Int] = [:]
  private var timelessAnswers: [[Int32]: Int] = [:]

  init(_ plan: ColumnPlan, group: Int, book: ClassBook, limits: [RowLimits]) {
    self.plan = plan
    self.group = group
    self.book = book
    self.limits = limits
    axes = plan.groups[group].axes
    time = plan.date.flatMap { date in plan.groups[group].axes.firstIndex(of: date.axis) }
    outcomes = plan.groups[group].parts.map { _ in [] }
    let axes = self.axes
    parts = plan.groups[group].parts.map { part in
      PartClasses(
        axes.enumerated().compactMap { axis, column in
          guard let questions = plan.parts[part].questions[column] else { return nil }
          let bucket = plan.date?.axis == column ? plan.date?.bucket : nil
          return (axis, questions.sorted().filter { $0 != bucket })
        })
    }
  }

  /// The place of the logic of a cell of the cube.
  mutating func logic(_ classes: [Int]) -> Int {
    var key = classes
    if let time { key[time] = withoutTime(classes[time], time) }
    if let known = known[key] { return known }
    let made = made(classes)
    logics.append(made)
    known[key] = logics.count - 1
    return logics.count - 1
  }

  /// What is made of a cell of the cube.
  struct Judged {
    /// The place of the logic.
    let number: Int
    let logic: Logic
    /// Dates of one such number make no difference but for the bucket.
    let timeless: Int
  }

  /// What is made of a cell of the cube.
  mutating func judged(_ classes: [Int]) -> Judged {
    let number = logic(classes)
    return Judged(
      number: number, logic: logics[number],
      timeless: time.map { withoutTime(classes[$0], $0) } ?? 0)
  }

  /// The class of dates without regard to the bucket.
  private mutating func withoutTime(_ number: Int, _ axis: Int) -> Int {
    if let known = timeless[number] { return known }
    let column = axes[axis]
    let own = book.column(number, group: group, axis: axis)
    var answers = plan.axes[column].classes[own]
    for (place, question) in plan.axes[column].questions.enumerated() {
      switch question {
      case .bucket, .day: answers[place] = 0
      default: break
      }
    }
    answers.append(plan.axes[column].samples[own].cell.date == nil ? 0 : 1)
    let result = timelessAnswers[answers] ?? timelessAnswers.count
    timelessAnswers[answers] = result
    timeless[number] = result
    return result
  }

  private mutating func made(_ classes: [Int]) -> Logic {
    let isDated = plan.date == nil || day(classes) != nil
    var places: [Int] = []
    var all = Look.none
    var shown: [Shown] = []
    for (place, part) in plan.groups[group].parts.enumerated() {
      places.append(outcome(place, plan.parts[part], classes))
      let outcome = outcomes[place][places[place]]
      let look =
        standsForBlank(outcome, plan.parts[part], classes)
        ? .judged : look(at: outcome, of: plan.parts[part], isDated: isDated)
      if look == .heaviest || look == .shown {
        shown.append(Shown(place: place, part: part, outcome: outcome))
      }
      all = max(all, look)
    }
    return Logic(outcomes: places, look: all, shown: shown, isKept: keeps(classes))
  }

  private mutating func outcome(_ place: Int, _ part: ColumnPlan.Part, _ classes: [Int]) -> Int {
    let (number, isNew) = parts[place].number(of: classes) { axis, number in
      plan.axes[axes[axis]].classes[book.column(number, group: group, axis: axis)]
    }
    guard isNew else { return number }
    show(classes, in: part.view)
    // What the dataset does not keep is no row of any commitment's.
    outcomes[place].append(keeps(classes) ? part.judge.outcome(part.view) : RowOutcome(.passedBy))
    return number
  }

  /// Puts rows that stand for the classes in the place of the columns.
  private func show(_ classes: [Int], in view: RowView) {
    for axis in axes.indices { plan.axes[axes[axis]].show(sample(classes, axis), in: view) }
  }

  /// A row that stands for the class on an axis.
  private func sample(_ classes: [Int], _ axis: Int) -> ColumnAxis.Sample {
    plan.axes[axes[axis]].samples[book.column(classes[axis], group: group, axis: axis)]
  }

  /// The cell of a column in the rows of a cell of the cube, or one that stands for it.
  func cell(_ classes: [Int], of column: Int) -> Cell? {
    axes.indices.first { plan.axes[axes[$0]].column == column }.map { sample(classes, $0).cell }
  }

  /// Whether a reference leads somewhere.
  func leads(_ classes: [Int], _ place: Int) -> Bool {
    axes.indices.contains { axis in
      let references = sample(classes, axis).references
      return references.indices.contains(place) && references[place] != nil
    }
  }

  /// The day of the rows, or one that stands for it; nil where it is unknown.
  func day(_ classes: [Int]) -> CivilDate? { time.flatMap { sample(classes, $0).cell.date } }

  private func keeps(_ classes: [Int]) -> Bool {
    guard let (part, view) = plan.keep else { return true }
    show(classes, in: view)
    if case .bool(false) = part.program.evaluate(view) { return false }
    return true
  }

  /// Whether the number that is added up stands for a blank cell: no sum of cells has it.
  private func standsForBlank(
    _ outcome: RowOutcome, _ part: ColumnPlan.Part, _ classes: [Int]
  ) -> Bool {
    guard let axis = part.measure, cell(classes, of: plan.axes[axis].column) == .excluded else {
      return false
    }
    switch outcome.fate {
    case .counted(_, _, .exact), .leftOut(_, .some): return true
    default: return false
    }
  }

  private func look(
    at outcome: RowOutcome, of part: ColumnPlan.Part, isDated: Bool
  ) -> Look {
    let limit = limits[part.tallier]
    switch outcome.fate {
    case .passedBy, .leftOut: return .none
    // What cannot be evaluated for a variant only fails to be compared.
    case .failed: return part.variant == nil ? .judged : .none
    case .counted(let membership, let condition, let amount):
      guard case .exact = amount else { return .judged }
      let isOpen =
        membership == .possible || condition == .unknown || outcome.group == nil || !isDated
      if isOpen, limit.keepsValues { return .judged }
      guard part.variant == nil else { return .none }
      let shown = isOpen ? limit.uncertain : condition == .fails ? limit.failing : 0
      guard shown > 0 else { return .none }
      return part.measure == nil ? .shown : .heaviest
    }
  }
}
