import Diagnostics
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Which commitments a run evaluates: some judge the others, and come after them.
enum RunStage: Sendable {
  /// Those that judge no others.
  case first
  /// Those that judge the others.
  case second
}

extension Engine {
  /// The report of a run in which commitments judge the commitments of the run.
  static func staged(_ request: RunRequest) throws(DiagnosticList) -> Outcome {
    let register = CommitmentRegister(request.packs)
    let asked = request.packs.flatMap(\.commitments).filter { $0.isNamed(by: request.only) }
    // What is asked for may judge no others, nor rest on what does.
    let isPlain = !request.only.isEmpty && !asked.contains { $0.judgesOthers || !$0.isPlain }
    guard register.isWanted, request.judgesRegister, !isPlain else { return try single(request) }
    var first = request
    first.stage = .first
    // Those that are judged are judged on all that they came to, whatever is asked for.
    first.only = []
    var outcome = try single(first)
    let rows: ScratchFile
    do throws(Diagnostic) {
      rows = try ScratchFile(Array(register.csv(outcome.report.findings).utf8))
    } catch {
      throw DiagnosticList([error])
    }
    defer { rows.remove() }
    var second = request
    second.stage = .second
    second.outputs[CommitmentRegister.name] = rows.path
    second.cache = nil
    let later = try single(second)
    outcome.report.findings = outcome.report.findings.filter {
      $0.isNamed(by: request.only, in: request.packs)
    }
    outcome.contributions = outcome.contributions.filter {
      $0.commitment.commitment.isNamed(by: request.only)
    }
    outcome.report.take(later.report, in: request.packs)
    outcome.report.isPartial = !request.only.isEmpty
    return outcome
  }

  private static func single(_ request: RunRequest) throws(DiagnosticList) -> Outcome {
    report(try reading(request), request)
  }
}

extension RunRequest {
  /// Whether the institution has no dataset of its own in place of the register.
  var judgesRegister: Bool {
    institution.dataset(CommitmentRegister.name)?.isRegister == true
  }
}

extension Finding {
  fileprivate func isNamed(by words: [String], in packs: [Pack]) -> Bool {
    let pack = packs.first { $0.id == self.pack }
    return pack?.commitments.first { $0.id == id }?.isNamed(by: words) ?? true
  }
}

extension Report {
  /// Takes the findings of commitments that come later, and puts all in the order of the packs.
  fileprivate mutating func take(_ later: Report, in packs: [Pack]) {
    var places: [String: Int] = [:]
    for pack in packs {
      for commitment in pack.commitments {
        places["\(pack.id)/\(commitment.id)"] = places.count
      }
    }
    let all = (findings + later.findings).enumerated().map { place, finding in
      (order: (places["\(finding.pack)/\(finding.id)"] ?? .max, place), finding: finding)
    }
    findings = all.sorted { $0.order < $1.order }.map(\.finding)
    let known = Set(choices.map(\.what))
    choices += later.choices.filter { !known.contains($0.what) }
    upcoming = (upcoming + later.upcoming).sorted(by: Upcoming.precedes)
    templates = later.templates
    waiting = later.waiting
  }
}

extension Commitment {
  /// Whether its lines rest on nothing that is measured.
  fileprivate var isPlain: Bool {
    (schedule.map(\.target) + [stretch].compactMap { $0 }).flatMap(\.quantities).allSatisfy {
      if case .expression(let text) = $0 { !text.text.contains("measurement") } else { true }
    }
  }
}
