/// Every suite, by the name that the command line gives it: a suite is one file and one line here.
let suites: KeyValuePairs<String, any Suite> = [
  "yaml": YAMLSuite(),
  "yaml-attacks": YAMLAttackSuite(),
  "cel": CELSuite(),
  "csv": CSVSuite(),
  "json": JSONSuite(),
  "ndjson": NDJSONSuite(),
]

/// Cases of one form, and how they are run.
protocol Suite: Sendable {
  /// Runs a case.
  func outcome(of one: Case) -> Outcome

  /// What the case may use; nil where it states no bounds.
  func bounds(of one: Case) -> Bounds?
}

extension Suite {
  func bounds(of one: Case) -> Bounds? { nil }
}

/// How much a case may use.
struct Bounds {
  /// Seconds of processor time.
  let seconds: Int
  /// Mebibytes of memory.
  let mebibytes: Int
}

/// What a case came to.
enum Outcome: Equatable {
  case passed
  /// With what was found and what was wanted.
  case failed(String)
  /// With the general reason why the case cannot be held against us.
  case skipped(String)

  /// In one line, from a process to the one that started it.
  var line: String {
    switch self {
    case .passed: "passed"
    case .failed(let reason): "failed \(reason.oneLine)"
    case .skipped(let reason): "skipped \(reason.oneLine)"
    }
  }

  /// What `line` says; nil where it is no such line.
  init?(line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("passed", 1): self = .passed
    case ("failed", 2): self = .failed(words[1])
    case ("skipped", 2): self = .skipped(words[1])
    default: return nil
    }
  }
}
