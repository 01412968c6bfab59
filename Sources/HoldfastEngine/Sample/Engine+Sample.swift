public import Diagnostics
import Exact
import HoldfastExpressions
public import HoldfastModel

extension Engine {
  /// Draws rows that count for a commitment, or may, so that the chance of each is proportional to its
  /// measure. The same seed and data give the same rows.
  ///
  /// - Throws: where the commitment counts no rows or is about persons, and what is wrong with the data.
  public func sample(
    of name: String, count: Int, seed: [UInt8]
  ) throws(DiagnosticList) -> RowSample {
    var asking = request
    asking.corrections = try corrections()
    asking.stage = .first
    var preparation = try Preparation(asking)
    let (part, place) = try counted(name, preparation.parts)
    let commitment = part.talliers[place].judge.commitment
    guard !part.dataset.isPersonal, !commitment.isPersonal(in: part.dataset) else {
      throw Self.refusal(
        "'\(name)' is about persons, and no row of these is listed",
        "trace them where the rows are, by a list of your own")
    }
    let sampler = RowSampler(count: count, seed: seed)
    try preparation.read(part, drawing: place, by: sampler)
    return sampler.sample(of: commitment.name, currency: commitment.currency)
  }

  private func counted(
    _ name: String, _ parts: [DatasetPlan]
  ) throws(DiagnosticList) -> (DatasetPlan, Int) {
    var all: [(name: String, part: DatasetPlan, place: Int)] = []
    for part in parts {
      for (place, tallier) in part.talliers.enumerated() {
        all.append((tallier.judge.commitment.name, part, place))
      }
    }
    let exact = all.filter { $0.name == name }
    // A name without its pack may be of one pack alone.
    let found = exact.isEmpty ? all.filter { $0.name.drop { $0 != "/" } == "/\(name)" } : exact
    if found.count == 1 { return (found[0].part, found[0].place) }
    let names = (found.isEmpty ? all : found).map(\.name)
    throw Self.refusal(
      found.isEmpty
        ? "no commitment of the bundle counts rows as '\(Diagnostic.printable(name, limit: 120))'"
        : "several packs of the bundle have a '\(Diagnostic.printable(name, limit: 120))'",
      (found.isEmpty ? Nearest.hint(for: name, in: names) : nil)
        ?? "name one of \(names.prefix(20).joined(separator: ", "))")
  }

  private static func refusal(_ what: String, _ help: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, what, help: help)])
  }
}
