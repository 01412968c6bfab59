import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Gathers the cells for want of which the rows of a dataset cannot be judged, with what hangs on
/// each of them.
struct UnknownCollector {
  /// A cell, wherever it stands.
  struct Place: Hashable {
    let dataset: String
    /// The row's key; of a judged row its digest.
    let key: TextKey
    let column: String
    /// Whether it stands in the judged row itself, and not in one that rows point to.
    let isOwn: Bool
  }

  /// What hangs on a cell, for one commitment.
  struct Weight {
    var rows = 0
    /// The key of a judged row, where one is declared.
    var key: TextKey?
    var amount = ExactSum()
    var isMoney = true
    /// What a reader knows the heaviest row by, and its weight.
    var what = ""
    var heaviest = Decimal(-1)
  }

  private let questions: [UnknownQuestion]
  private let hidden: [Bool]
  private let finder: UnknownCellFinder
  /// What is uncertain of the row at hand, by commitment.
  private var row: [(commitment: Int, slots: Set<String>, amount: Decimal?)] = []
  private var view: RowView?
  /// What hangs on each cell, by commitment.
  private(set) var weights: [[Place: Weight]]
  /// How many rows cannot be judged for want of cells about persons.
  private(set) var hiddenRows = 0
  /// How many rows lack a cell, and no key names them.
  private(set) var unnamedRows = 0
  private var bytes = 0
  private let keys: RowKey
  private var keysMet: Set<Int> = []
  private var keysRepeated: Set<Int> = []

  /// How many bytes of cells are kept, what the tables take beside them included.
  private static let limit = 1 << 30
  private static let entrySize = 240

  init(_ dataset: Dataset, _ request: RunRequest, _ judges: [Judge], hidden: [Bool]) {
    keys = RowKey(dataset, WitnessMaker(dataset))
    self.hidden = hidden
    questions = judges.map { UnknownQuestion($0, dataset, request) }
    finder = UnknownCellFinder(dataset, request.institution)
    weights = judges.map { _ in [:] }
  }

  /// Notes the key of a row, judged or not. Hashes will do: of two keys with one hash both are
  /// taken for repeated, and their rows named by digests.
  mutating func meet(_ row: Row) throws(DiagnosticList) {
    guard let key = keys.key(of: row) else { return }
    if !keysMet.insert(key.hashValue).inserted { keysRepeated.insert(key.hashValue) }
    guard keysMet.count <= Self.limit / 32 else { throw DiagnosticList([UnknownMessage.tooMany]) }
  }

  /// Whether a key names one row alone.
  func isUnique(_ key: TextKey) -> Bool { !keysRepeated.contains(key.hashValue) }

  /// Takes what a row came to for a commitment.
  mutating func see(
    _ outcome: RowOutcome, of commitment: Int, _ view: RowView, _ bucket: Tally.Bucket
  ) {
    let question = questions[commitment]
    guard let open = question.open(outcome, view, bucket) else { return }
    row.append((commitment, open.slots, open.amount))
    self.view = view
  }

  /// Ends a row: finds the cells that it lacks. Throws where there are too many to remember.
  mutating func finish(
    _ record: Row, on day: CivilDate?,
    _ tables: [Result<ReferenceTable, DiagnosticList>]
  ) throws(DiagnosticList) {
    guard !row.isEmpty, let view else { return }
    defer { row.removeAll(keepingCapacity: true) }
    var lacksName = false
    for (commitment, slots, amount) in row where !hidden[commitment] {
      for slot in slots.sorted() {
        switch finder.cell(slot, record, view, keys, on: day, tables) {
        case .named(let place, let what):
          try add(place, place.isOwn ? keys.key(of: record) : nil, what, amount, commitment)
        case .unnamed: lacksName = true
        case .filled: break
        }
      }
    }
    if lacksName { unnamedRows += 1 }
    if row.contains(where: { hidden[$0.commitment] }) { hiddenRows += 1 }
  }

  private mutating func add(
    _ place: Place, _ key: TextKey?, _ what: () -> String, _ amount: Decimal?, _ commitment: Int
  ) throws(DiagnosticList) {
    var weight = weights[commitment][place] ?? Weight()
    let size = amount ?? .zero
    weight.rows += 1
    weight.key = key
    weight.isMoney = questions[commitment].isMoney
    do throws(ExactError) { try weight.amount.add(size) } catch {
      throw DiagnosticList([UnknownMessage.tooLarge(questions[commitment].name)])
    }
    let text = size >= weight.heaviest ? what() : ""
    if size > weight.heaviest || (size == weight.heaviest && TextKey(text) < TextKey(weight.what)) {
      bytes += text.utf8.count - weight.what.utf8.count
      (weight.what, weight.heaviest) = (text, size)
    }
    if weight.rows == 1 {
      bytes += place.key.text.utf8.count + (key?.text.utf8.count ?? 0) + Self.entrySize
    }
    guard bytes <= Self.limit else { throw DiagnosticList([UnknownMessage.tooMany]) }
    weights[commitment][place] = weight
  }
}

/// What is said where cells cannot be listed.
enum UnknownMessage {
  static let tooMany = Diagnostic(
    .error, "the unknown cells take more than 1 GiB",
    help: "ask for fewer commitments with --only, or for a shorter period")

  static func tooLarge(_ commitment: String) -> Diagnostic {
    Diagnostic(
      .error, "the amounts of '\(commitment)' are too large to be added up exactly",
      help: "check the amounts")
  }
}
