import Diagnostics

/// What could not be read or evaluated: messages, each standing for one or more errors.
struct ErrorTally {
  private var items: [(message: Diagnostic, stands: Int)] = []
  /// How many errors there are.
  var count = 0

  mutating func add(_ message: Diagnostic, standingFor errors: Int) {
    items.append((message, errors))
    count += errors
  }

  mutating func add(_ problems: DiagnosticList) {
    for problem in problems.sorted() { add(problem, standingFor: 1) }
    if problems.items.isEmpty { count += 1 }
  }

  mutating func add(_ faults: ColumnFaults?) {
    guard let faults else { return }
    for (message, errors) in faults.shown { add(message, standingFor: errors) }
    count += faults.count - faults.shown.reduce(0) { $0 + $1.stands }
  }

  /// The first messages in the order of their places, and how many errors they leave unsaid.
  var shown: (messages: [Diagnostic], unsaid: Int) {
    let order = DiagnosticList(items.map(\.message)).sorted()
    let kept = Array(order.prefix(Faults.kept))
    guard order.count > kept.count else {
      return (kept, count - items.reduce(0) { $0 + $1.stands })
    }
    return (kept, count - kept.count)
  }
}
