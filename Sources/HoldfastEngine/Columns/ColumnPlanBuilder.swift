import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Takes the commitments about a dataset apart into questions about single columns.
struct ColumnPlanBuilder {
  private let dataset: Dataset
  private let tables: [Int: ReferenceTable]
  private(set) var axes: [ColumnAxis] = []
  private(set) var requests: [ColumnFile.Request] = []
  private(set) var parts: [ColumnPlan.Part] = []
  private(set) var facts: [ColumnPlan.Counted] = []
  private(set) var date: (axis: Int, bucket: Int)?
  private(set) var amounts: [Int] = []
  private(set) var texts: [Int] = []
  private(set) var keep: (part: CheckedPart, view: RowView)?
  private(set) var axisOfColumn: [Int: Int] = [:]
  private var cuts: [Int: Set<Int64>] = [:]
  private let numbers: Set<Int>
  private let bucket: (CivilDate) -> CivilDate

  init?(_ scope: ColumnScope) {
    dataset = scope.dataset
    guard dataset.mayBeReadInColumns else { return nil }
    if let series = dataset.expectation?.series, series.by.value != dataset.periodBy?.value {
      return nil
    }
    var tables: [Int: ReferenceTable] = [:]
    for (place, result) in scope.tables.enumerated() {
      guard case .success(let table) = result else { continue }
      guard !table.isDated else { return nil }
      tables[place] = table
    }
    self.tables = tables
    bucket = scope.bucket
    numbers = Self.numbers(scope)
    cuts = Dictionary(numbers.map { ($0, []) }, uniquingKeysWith: { first, _ in first })
    guard collectCuts(scope) else { return nil }
    guard makeAxes(scope), addParts(scope), addFacts(scope) else { return nil }
    makeRequests()
  }

  /// The columns whose cells are numbers to be added up or compared, and not texts to be told apart.
  private static func numbers(_ scope: ColumnScope) -> Set<Int> {
    let columns = scope.dataset.columns
    var result = Set(columns.indices.filter { columns[$0].type == .decimal })
    for judge in scope.judges {
      if let column = judge.judge.measureColumn, columns[column].type == .integer {
        result.insert(column)
      }
    }
    for total in scope.dataset.controlTotals {
      if let place = scope.dataset.place(of: total.column) { result.insert(place) }
    }
    return result
  }

  // MARK: Cuts

  /// Finds what the conditions compare numbers with; false where they do something else with them.
  private mutating func collectCuts(_ scope: ColumnScope) -> Bool {
    for entry in scope.judges {
      if let column = entry.judge.measureColumn { cuts[column]?.formUnion([0, 1]) }
      let view = RowView(entry.judge.commitment.schema)
      for part in entry.judge.parts {
        guard let leaves = leaves(of: part, entry.judge.commitment.schema) else { return false }
        for leaf in leaves where !collect(leaf, entry.judge.commitment.schema, view) {
          return false
        }
      }
      if entry.judge.isMeasuring, entry.judge.measureColumn == nil { return false }
    }
    return true
  }

  private mutating func collect(_ leaf: Leaf, _ schema: RowSchema, _ view: RowView) -> Bool {
    guard let column = numberColumn(leaf.program.slots, schema) else { return true }
    guard let call = leaf.call else { return false }
    if leaf.asksForPresence { return true }
    guard Self.comparisons.contains(call.function), call.operands.count == 2 else { return false }
    for operand in call.operands {
      switch operand {
      case .slot(let slot):
        if case .parameter = schema.slots[slot].source {
          guard cut(column, view.value(of: slot)) else { return false }
        }
      case .other(let program):
        guard program.slots.allSatisfy({ schema.slots[$0].isParameter }) else { return false }
        guard cut(column, program.evaluate(view)) else { return false }
      }
    }
    return true
  }

  private static let comparisons: Set<String> = [
    Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual, Operator.greater,
    Operator.greaterOrEqual,
  ]

  /// Cuts the numbers of a column below and above a constant.
  private mutating func cut(_ column: Int, _ value: Value) -> Bool {
    let constant: Decimal
    switch value {
    case .decimal(let decimal): constant = decimal
    case .int(let whole): constant = Decimal(whole)
    default: return false
    }
    let scale = dataset.columns[column].type == .decimal ? dataset.columns[column].scale : 0
    guard let below = try? Rational(constant).rounded(scale: scale, .down),
      below.coefficient.magnitude < NumberLimit.largest
    else { return true }
    let digits = Int64(below.coefficient)
    cuts[column]?.insert(digits + 1)
    if below == constant { cuts[column]?.insert(digits) }
    return true
  }

  /// The column of numbers that slots read, where they read one.
  private func numberColumn(_ slots: [Int], _ schema: RowSchema) -> Int? {
    for slot in slots {
      if case .column(let column) = schema.slots[slot].source, numbers.contains(column) {
        return column
      }
    }
    return nil
  }

  // MARK: Axes

  /// The column that decides the value of a slot; nil for parameters.
  private func column(of slot: Int, _ schema: RowSchema) -> Int? {
    switch schema.slots[slot].source {
    case .column(let column): column
    case .reference(let place, _): dataset.place(of: dataset.references[place].by)
    case .parameter: nil
    }
  }

  private func leaves(of part: CheckedPart, _ schema: RowSchema) -> [Leaf]? {
    // Comparisons of numbers are taken one by one, since each cuts the numbers somewhere.
    let leaves = part.leaves { slots in
      let columns = Set(slots.compactMap { column(of: $0, schema) })
      return columns.count < 2 && columns.isDisjoint(with: numbers)
    }
    let isApart = leaves?.allSatisfy { leaf in
      Set(leaf.program.slots.compactMap { column(of: $0, schema) }).count < 2
    }
    return isApart == true ? leaves : nil
  }

  /// An axis for each column that is read.
  private mutating func makeAxes(_ scope: ColumnScope) -> Bool {
    var wanted = numbers
    for entry in scope.judges {
      let schema = entry.judge.commitment.schema
      wanted.formUnion(entry.judge.commitment.slots.compactMap { column(of: $0, schema) })
    }
    wanted.formUnion(tables.keys.compactMap { dataset.place(of: dataset.references[$0].by) })
    if let date = dataset.place(of: dataset.periodBy) { wanted.insert(date) }
    let totals = TotalRowWatch(dataset).texts
    if !totals.isEmpty, wanted.isDisjoint(with: totals) { wanted.insert(totals[0]) }
    for column in wanted.sorted() {
      axisOfColumn[column] = axes.count
      axes.append(axis(column))
    }
    amounts = TotalRowWatch(dataset).amounts.compactMap { axisOfColumn[$0] }
    texts = totals.compactMap { axisOfColumn[$0] }
    return !axes.isEmpty
  }

  private func axis(_ column: Int) -> ColumnAxis {
    if numbers.contains(column) {
      let isWhole = dataset.columns[column].type == .integer
      return ColumnAxis(
        numbers: column, cuts: (cuts[column] ?? []).sorted(),
        scale: isWhole ? 0 : dataset.columns[column].scale, isWhole: isWhole)
    }
    let own = tables.filter { dataset.place(of: dataset.references[$0.key].by) == column }
    return ColumnAxis(
      column, references: own, among: dataset.references.count, bucket: bucket)
  }

  // MARK: Judges

  private mutating func addParts(_ scope: ColumnScope) -> Bool {
    for entry in scope.judges {
      let judge = entry.judge
      let schema = judge.commitment.schema
      let view = RowView(schema)
      view.cells = [Cell](repeating: .unknown, count: dataset.columns.count)
      view.references = dataset.references.map { _ in nil }
      view.openBlank = entry.openBlank
      var part = ColumnPlan.Part(
        judge: judge, tallier: entry.tallier, variant: entry.variant, openBlank: entry.openBlank,
        view: view)
      let name = entry.name
      for text in judge.parts {
        guard let leaves = leaves(of: text, schema) else { return false }
        for leaf in leaves {
          guard let slot = leaf.program.slots.first(where: { column(of: $0, schema) != nil }) else {
            continue
          }
          ask(.leaf(leaf, view), "leaf \(name) \(leaf.text)", about: slot, schema, &part)
        }
        guard know(text, schema, view, name) else { return false }
      }
      for slot in judge.commitment.slots where !schema.slots[slot].isParameter {
        ask(.kind(slot: slot, view), "kind \(schema.slots[slot].name)", about: slot, schema, &part)
        if case .reference(let place, _) = schema.slots[slot].source {
          ask(.leads(place: place), "leads \(place)", about: slot, schema, &part)
        }
      }
      if let slot = judge.commitment.groupSlot {
        ask(.text(slot: slot, view), "text \(schema.slots[slot].name)", about: slot, schema, &part)
      }
      if let column = judge.measureColumn { part.measure = axisOfColumn[column] }
      if let date = dataset.place(of: dataset.periodBy), let axis = axisOfColumn[date] {
        let place = axes[axis].place(of: .bucket, key: "bucket")
        part.questions[axis, default: []].insert(place)
        self.date = (axis, place)
      }
      parts.append(part)
    }
    return true
  }

  /// Lets the axes know the smallest parts of a condition, which read one cell each where they can.
  private func know(
    _ part: CheckedPart, _ schema: RowSchema, _ view: RowView, _ name: String
  ) -> Bool {
    let smallest = part.leaves { slots in
      slots.filter { !schema.slots[$0].isParameter }.count < 2
    }
    guard let smallest else { return false }
    for leaf in smallest {
      guard let slot = leaf.program.slots.first(where: { !schema.slots[$0].isParameter }),
        let column = column(of: slot, schema), let axis = axisOfColumn[column],
        !numbers.contains(column)
      else { continue }
      axes[axis].know(leaf, view, key: "\(name) \(leaf.text)")
    }
    return true
  }

  private func ask(
    _ question: ColumnAxis.Question, _ key: String, about slot: Int, _ schema: RowSchema,
    _ part: inout ColumnPlan.Part
  ) {
    guard let column = column(of: slot, schema), let axis = axisOfColumn[column] else { return }
    guard !numbers.contains(column) else {
      part.questions[axis, default: []].insert(0)
      return
    }
    part.questions[axis, default: []].insert(axes[axis].place(of: question, key: key))
  }

  // MARK: Facts

  private mutating func addFacts(_ scope: ColumnScope) -> Bool {
    keep = scope.keep.map { ($0, scope.view) }
    var kept: [Int: Set<Int>] = [:]
    if let (part, view) = keep {
      guard let leaves = leaves(of: part, scope.schema) else { return false }
      guard know(part, scope.schema, view, "keep") else { return false }
      for leaf in leaves {
        guard let slot = leaf.program.slots.first(where: { column(of: $0, scope.schema) != nil }),
          let column = column(of: slot, scope.schema), let axis = axisOfColumn[column]
        else { continue }
        guard !numbers.contains(column) else {
          kept[axis] = [0]
          continue
        }
        let place = axes[axis].place(of: .leaf(leaf, view), key: "leaf keep \(leaf.text)")
        kept[axis, default: []].insert(place)
      }
    }
    for place in tables.keys.sorted() {
      guard let by = dataset.place(of: dataset.references[place].by), let axis = axisOfColumn[by]
      else { continue }
      let question = axes[axis].place(of: .leads(place: place), key: "leads \(place)")
      count(.unmatched(place: place), [axis: [question]], nil)
    }
    for column in scope.blankColumns {
      guard let axis = axisOfColumn[column] else { continue }
      guard !numbers.contains(column) else {
        count(.blank(column: column), [axis: [0]], nil)
        continue
      }
      let question = axes[axis].place(
        of: .kind(slot: column, scope.view), key: "kind \(dataset.columns[column].name)")
      count(.blank(column: column), [axis: [question]], nil)
    }
    addDays(scope, kept)
    return true
  }

  /// Rows by day, where somebody asks for days, else by bucket.
  private mutating func addDays(_ scope: ColumnScope, _ kept: [Int: Set<Int>]) {
    let date = dataset.place(of: dataset.periodBy).flatMap { axisOfColumn[$0] }
    guard keep != nil || dataset.expectation?.series != nil || !dataset.controlTotals.isEmpty else {
      if let date = self.date { count(.buckets, [date.axis: [date.bucket]], nil) }
      return
    }
    var asked = kept
    if let date {
      asked[date, default: []].insert(axes[date].place(of: .day, key: "day"))
    }
    let measures = Set(
      dataset.controlTotals.compactMap { dataset.place(of: $0.column).flatMap { axisOfColumn[$0] } }
    )
    count(.days, asked, measures.min())
    for measure in measures.sorted().dropFirst() {
      facts.append(.init(fact: .days, questions: asked, measure: measure, isFirst: false))
    }
    guard keep != nil else { return }
    for slot in scope.watched.keys.sorted() {
      guard case .column(let column) = scope.schema.slots[slot].source,
        let axis = axisOfColumn[column], !numbers.contains(column)
      else { continue }
      var asked = kept
      if let date = self.date {
        // What is kept for later runs says on which day a text was met first.
        let place =
          scope.keepsAccount ? axes[date.axis].place(of: .day, key: "day") : date.bucket
        asked[date.axis, default: []].insert(place)
      }
      let place = axes[axis].place(
        of: .text(slot: slot, scope.view), key: "text \(dataset.columns[column].name)")
      asked[axis, default: []].insert(place)
      count(.texts(slot: slot), asked, nil)
    }
  }

  private mutating func count(
    _ fact: ColumnPlan.Fact, _ questions: [Int: Set<Int>], _ measure: Int? = nil
  ) {
    facts.append(.init(fact: fact, questions: questions, measure: measure))
  }

  // MARK: Requests

  private mutating func makeRequests() {
    var forms = axes.map { axis -> ColumnVector.Form in
      if numbers.contains(axis.column) { return .numbers(cuts: (cuts[axis.column] ?? []).sorted()) }
      return isOnlyPresence(axis) ? .presence : .distinct
    }
    // Headers that stand among the rows again are told by a column that is looked at.
    let isBlind = forms.allSatisfy { if case .presence = $0 { true } else { false } }
    if isBlind, !forms.isEmpty { forms[0] = .distinct }
    requests = zip(axes, forms).map { ColumnFile.Request($0.column, $1) }
  }

  /// Whether all that is asked about a column is whether it says anything.
  private func isOnlyPresence(_ axis: ColumnAxis) -> Bool {
    let column = dataset.columns[axis.column]
    guard column.type == .text, column.extract == nil, axis.places.isEmpty,
      (dataset.unknownPatterns + column.unknownPatterns).isEmpty,
      dataset.redacted.adding(column.redacted).patterns.isEmpty
    else { return false }
    return axis.questions.allSatisfy { question in
      switch question {
      case .kind: return true
      case .leaf(let leaf, _): return leaf.asksForPresence
      default: return false
      }
    }
  }
}

extension Leaf {
  /// Whether it asks for nothing but whether a column says something.
  var asksForPresence: Bool {
    guard let call, call.function == "known", case .slot? = call.operands.first else {
      return false
    }
    return true
  }
}

/// How large the numbers are that are read in columns.
enum NumberLimit {
  static let largest: UInt128 = 10_000_000_000_000
}

extension RowSchema.Slot {
  /// Whether it is a parameter of the pack.
  var isParameter: Bool {
    if case .parameter = source { true } else { false }
  }
}

extension Dataset {
  /// Whether its rules are such as can be applied to columns: all others are applied row by row.
  var mayBeReadInColumns: Bool {
    guard duplicates == nil, sharedBy.isEmpty, totalRows == nil, interval == nil, valid == nil
    else { return false }
    return columns.allSatisfy {
      $0.negateWhen == nil && $0.exchange == nil && $0.between == nil
    }
  }
}
