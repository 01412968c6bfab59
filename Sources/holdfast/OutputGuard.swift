import Diagnostics
import HoldfastModel
import Tabular

/// Keeps reports from being written over what they were made from, and over each other.
struct OutputGuard {
  /// The files that the run was made from.
  let inputs: [String]

  /// Refuses a report's path that leads to an input, and two that lead to one file.
  func check(_ outputs: [String]) throws(Diagnostic) {
    let taken = Set(inputs.compactMap(identity))
    var seen: Set<String> = []
    for output in outputs {
      if let place = identity(output), taken.contains(place) {
        throw Diagnostic(
          .error, "the report would be written over a file that it was made from",
          at: .file(output), help: "choose another path for the report")
      }
      guard seen.insert(identity(output) ?? plain(output)).inserted else {
        throw Diagnostic(
          .error, "two reports would be written to one file", at: .file(output),
          help: "give each report a path of its own")
      }
    }
  }

  /// What a path leads to, however it is spelt; nil where there is no file yet.
  private func identity(_ path: String) -> String? {
    guard let stamp = try? Files.stamp(of: path, shownAs: path) else { return nil }
    return "\(stamp.device) \(stamp.inode)"
  }

  /// A path without parts that say nothing.
  private func plain(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
