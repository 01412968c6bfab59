import Exact
import Tabular

/// Writes `files` and `format`: what all files share once, what one file needs for itself with its
/// path.
struct FilesWriter {
  let dataset: DraftDataset
  /// Paths that a pattern must not take in: tables of other datasets, and files that are none.
  let foreign: [String]
  private let files: [TableProbe]
  private let common: [String: String]

  init(_ dataset: DraftDataset, foreign: [String]) {
    self.dataset = dataset
    self.foreign = foreign
    files = dataset.group.files
    common = FileFormats.common(files)
  }

  func write(to page: inout Page) {
    let own = files.indices.map(settings)
    let plain = files.indices.filter { own[$0].isEmpty }
    let special = files.indices.filter { !own[$0].isEmpty }
    let patterns = patterns(for: plain.map { files[$0].path }, covered: files.map(\.path))
    if special.isEmpty, patterns.count == 1 {
      page.add("files: \(YAMLText.scalar(patterns[0]))")
    } else {
      page.add("files:")
      page.inside { page in
        for index in special {
          page.add("- path: \(YAMLText.scalar(FilePath.escaped(files[index].path)))")
          page.inside { page in for line in own[index] { page.add(line) } }
        }
        for pattern in patterns { page.add("- \(YAMLText.scalar(pattern))") }
      }
    }
    let format = FileFormats.order.compactMap { key in common[key].map { (key: key, value: $0) } }
    if !format.isEmpty { page.add("format: \(YAMLText.mapping(format))") }
  }

  /// What one file needs beside what all share.
  private func settings(_ index: Int) -> [String] {
    let own = FileFormats.format(of: files[index])
    let format = FileFormats.order.compactMap { key -> (key: String, value: String)? in
      let value = own[key] ?? FileFormats.defaults[key]
      guard let value, value != common[key] ?? FileFormats.defaults[key] else { return nil }
      if key == "encoding", common[key] == "auto" { return nil }
      return (key, value)
    }
    let columns = dataset.declared.compactMap { column in
      overrides(column, index).map { (key: column.name, value: $0) }
    }
    var lines: [String] = []
    if !format.isEmpty { lines.append("format: \(YAMLText.mapping(format))") }
    if columns.count == 1 { lines.append("columns: \(YAMLText.mapping(columns))") }
    if columns.count > 1 {
      lines.append("columns:")
      lines += columns.map { "  \($0.key): \($0.value)" }
    }
    return lines
  }

  private func overrides(_ column: DraftColumn, _ index: Int) -> String? {
    guard let part = column.column.parts[index] else { return "{ set: \"\" }" }
    var parts: [String] = []
    if column.column.nth != nil, part.nth == nil {
      parts.append("from: \(YAMLText.scalar(part.header))")
    }
    if let dates = column.type.dates {
      switch dates.answers[index] {
      case .format(let pattern), .mostly(let pattern):
        if pattern != dates.main, !writesTrueDates(index, pattern) {
          parts.append("format: \(YAMLText.scalar(pattern))")
        }
      case .either where dates.main != nil: parts.append("format: \(Page.answer)")
      case .either, .nothing, .noDate, nil: break
      }
    }
    return parts.isEmpty ? nil : "{ \(parts.joined(separator: ", ")) }"
  }

  /// Whether the dates of a file are read whatever form is declared, as those of workbooks are.
  private func writesTrueDates(_ index: Int, _ pattern: String) -> Bool {
    guard case .xlsx = files[index].kind else { return false }
    return pattern == DateFormat.iso.pattern
  }

  /// Patterns that take in the files and nothing else.
  private func patterns(for paths: [String], covered: [String]) -> [String] {
    let kinds = Dictionary(grouping: paths) { path in
      let name = FileName(path)
      return (name.folder.isEmpty ? "" : FilePath.escaped(name.folder) + "/") + "*." + name.ending
    }
    return kinds.sorted { $0.key < $1.key }.flatMap { pattern, paths in
      let isOne = paths.count == 1 && covered.count == 1
      let takesOthers = foreign.contains { FilePath.isLike($0, paths[0]) }
      guard !isOne, !takesOthers, !FileName(paths[0]).ending.isEmpty else {
        return paths.map(FilePath.escaped)
      }
      return [pattern]
    }
  }
}
