import Diagnostics
import Tabular

/// What `init` tells the person who ran it.
struct Summary {
  let scan: FolderScan
  let datasets: [DraftDataset]
  let page: Page

  var text: String {
    var lines = ["Found:"]
    let width = datasets.map(\.name.count).max() ?? 0
    for dataset in datasets {
      let name = dataset.name + String(repeating: " ", count: width - dataset.name.count)
      lines.append(
        "  \(name)  \(DatasetWriter.size(dataset.group)), \(dataset.declared.count) columns")
    }
    lines += section("Ignored:", scan.ignored)
    lines += section("Cannot be read:", scan.unreadable.map { ($0.path, $0.problem.message) })
    lines.append("")
    let must = page.blockers == 0 ? "" : "; \(page.blockers) must be answered first"
    lines.append("Questions to answer: \(page.questions)\(must). They stand behind QUESTION.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ items: [(String, String)]) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = items.prefix(50).map { path, reason in
      "  \(Diagnostic.printable(path)): \(Diagnostic.printable(reason))"
    }
    return ["", title] + shown + (items.count > 50 ? ["  and \(items.count - 50) more"] : [])
  }
}
