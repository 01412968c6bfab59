import Diagnostics
import HoldfastModel
import Tabular

/// Tables that lie beside those that are read and that nobody names: a month saved in another
/// format would be missing without a word.
struct StrayFiles {
  private let institution: Institution
  private let folder: String

  private static let endings = [
    ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson", ".gz",
  ]

  init(_ institution: Institution, folder: String) {
    self.institution = institution
    self.folder = folder
  }

  /// What to say of them; nil where there are none.
  var warning: Diagnostic? {
    let named = named
    let folders = Set(named.map(Self.parent)).sorted()
    let strays = folders.flatMap { inside in
      let place = inside.isEmpty ? folder : "\(folder)/\(inside)"
      let names = (try? Files.entries(of: place, shownAs: inside)) ?? []
      return names.filter(Self.isTable).map { inside.isEmpty ? $0 : "\(inside)/\($0)" }
        .filter { !named.contains($0) && !Files.isDirectory("\(folder)/\($0)") }
    }
    guard !strays.isEmpty else { return nil }
    let shown = strays.prefix(5).map { "'\(Diagnostic.printable($0, limit: 80))'" }
    let more = strays.count > 5 ? " and \(strays.count - 5) more" : ""
    return Diagnostic(
      .warning,
      "not read, since no dataset names \(strays.count == 1 ? "it" : "them"): "
        + shown.joined(separator: ", ") + more,
      help: "name what belongs to the data under files:")
  }

  /// The files that the description names, and that of corrections.
  private var named: Set<String> {
    let patterns =
      institution.datasets.flatMap(\.files).map(\.pattern.value)
      + institution.lookups.flatMap(\.files).map(\.value)
    // What cannot be found is said where it is read.
    let paths = patterns.flatMap { (try? Files.expand($0, under: folder)) ?? [] }
    return Set(paths + [institution.corrections?.file.value ?? CorrectionFile.usualName])
  }

  private static func parent(_ path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    return !name.hasPrefix(".") && endings.contains(where: name.hasSuffix)
  }
}
