import Diagnostics
import Tabular

/// The files of a folder, looked at one by one.
struct FolderScan {
  /// How deep folders are followed: files in the folder itself are at depth 0.
  static let depth = 3
  /// How many files are looked at.
  static let limit = 2000

  /// Tables, in the order of their paths.
  private(set) var tables: [TableProbe] = []
  /// Files that are no tables, with the reason.
  private(set) var ignored: [(path: String, reason: String)] = []
  /// Files that seem to be tables and cannot be read.
  private(set) var unreadable: [(path: String, problem: Diagnostic)] = []
  private var seen = 0
  private let root: String

  /// Files that stand beside data and are none.
  private static let own: Set<String> = [
    "institution.yaml", "corrections.csv", "holdfast.yaml", "waivers.yaml", "evidence.yaml",
    "responses.yaml",
  ]

  /// Looks through a folder. Throws where it cannot be read or has too many files.
  init(_ root: String) throws(Diagnostic) {
    self.root = root
    try scan("", depth: 0)
  }

  private mutating func scan(_ folder: String, depth: Int) throws(Diagnostic) {
    let place = folder.isEmpty ? root : "\(root)/\(folder)"
    for name in try Files.entries(of: place, shownAs: place) where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if folder.isEmpty, Self.own.contains(name) { continue }
      guard Files.isDirectory("\(root)/\(path)") else {
        try look(at: path)
        continue
      }
      if depth < Self.depth {
        try scan(path, depth: depth + 1)
      } else {
        ignored.append((path, "a folder too deep: only \(Self.depth) levels are looked at"))
      }
    }
  }

  private mutating func look(at path: String) throws(Diagnostic) {
    seen += 1
    let name = path.split(separator: "/").last ?? ""
    guard !name.hasPrefix("_"), !name.hasPrefix("~$") else {
      ignored.append((path, "a helper file, by its name"))
      return
    }
    guard seen <= Self.limit else {
      throw Diagnostic(
        .error, "the folder has more than \(Self.limit) files", at: .file(root),
        help: "run it on a folder that holds only the institution's files")
    }
    switch TableProbe.look(at: "\(root)/\(path)", shownAs: path) {
    case .table(let probe) where probe.rows == 0:
      unreadable.append((path, Diagnostic(.error, "it has headers and no rows", at: .file(path))))
    case .table(let probe): tables.append(probe)
    case .noTable(let reason): ignored.append((path, reason))
    case .unreadable(let problem): unreadable.append((path, problem))
    }
  }
}
