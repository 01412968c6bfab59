import Diagnostics
import Exact
public import HoldfastModel

/// The matrix of several institutions for a person at a terminal, 80 columns wide: institutions side
/// by side, what they promised together, and what could not be evaluated.
public struct MatrixReporter: JointReporter {
  /// The format's name.
  public let name = "terminal"
  private let isColoured: Bool

  /// How wide the page is, and how much of it stands free on the left.
  private static let page = 80
  private static let margin = 6

  /// A reporter, with colours for a terminal or without.
  public init(isColoured: Bool = false) { self.isColoured = isColoured }

  /// Writes who is compared, the matrix, the joint findings and the result.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    let matrix = Matrix(report)
    var lines = head(report, matrix)
    let width = Self.width(of: matrix)
    let perBlock = max(1, (Self.page - Self.margin) / width)
    for start in stride(from: 0, to: matrix.institutions.count, by: perBlock) {
      let end = min(start + perBlock, matrix.institutions.count)
      lines += block(matrix, start..<end, width)
    }
    lines += notes(matrix) + TerminalReporter.templates(report.reports[0])
    lines += joint(report) + broken(report) + beside(report) + warnings(report)
    lines += [""] + summary(report)
    for line in lines { sink.write(line + "\n") }
  }

  private func head(_ report: JointReport, _ matrix: Matrix) -> [String] {
    let first = report.reports[0]
    let day = first.asOfIsGiven ? "as of \(first.asOf) (given)" : "as of today, \(first.asOf)"
    let part = first.isPartial ? " (part of the packs only)" : ""
    let title = "\(matrix.institutions.count) institutions, \(day)\(part)"
    return [title]
      + matrix.institutions.enumerated().flatMap { index, name in
        Layout.wrapped("\(Self.letter(index))  \(name)", indent: 2)
      }
  }

  /// A, B, ... Z, AA, AB, ...
  static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : Self.letter(index / 26 - 1) + letter
  }

  // MARK: The matrix

  /// As much as the longest cell takes, and a blank.
  private static func width(of matrix: Matrix) -> Int {
    let cells = matrix.rows.flatMap(\.cells).map(CellText.init)
    return 2 + (cells.flatMap { [$0.verdict, $0.figure] }.map(Layout.cells).max() ?? 0)
  }

  private func block(_ matrix: Matrix, _ range: Range<Int>, _ width: Int) -> [String] {
    let line = { (cells: [String], verdicts: [Verdict?]) in
      self.line(cells, verdicts, width)
    }
    var lines = ["", line(range.map(Self.letter), [])]
    var pack: String?
    for row in matrix.rows {
      if row.pack != pack {
        lines += Layout.wrapped(row.pack, indent: 0)
        pack = row.pack
      }
      let target =
        (row.target.map { ", target \($0)" } ?? "")
        + (row.jointTarget.map { ", jointly \($0)" } ?? "")
      lines += Layout.wrapped("\(row.id) \(row.title)\(target)", indent: 2)
      let cells = range.map { CellText(cell: row.cells[$0]) }
      lines.append(line(cells.map(\.verdict), range.map { row.cells[$0].verdict }))
      let figures = cells.map { $0.figure }
      if figures.contains(where: { !$0.isEmpty }) { lines.append(line(figures, [])) }
      let ranks = cells.map { $0.rank.isEmpty ? "" : "rank \($0.rank)" }
      if ranks.contains(where: { !$0.isEmpty }) { lines.append(line(ranks, [])) }
    }
    return lines
  }

  /// Cells side by side.
  private func line(_ cells: [String], _ verdicts: [Verdict?], _ width: Int) -> String {
    var text = "".padded(to: Self.margin)
    for (index, cell) in cells.enumerated() {
      let shown = Diagnostic.printable(cell, limit: 200).padded(to: width)
      let verdict = index < verdicts.count ? verdicts[index] : nil
      text += verdict.map { $0.coloured(shown, isColoured) } ?? shown
    }
    return text.withoutEnd
  }

  /// Why rows are not ranked: those with the same reason together.
  private func notes(_ matrix: Matrix) -> [String] {
    var reasons: [(text: String, ids: [String])] = []
    for row in matrix.rows {
      let text = row.unranked.joined(separator: "; ")
      guard !text.isEmpty else { continue }
      if let place = reasons.firstIndex(where: { $0.text == text }) {
        reasons[place].ids.append(row.id)
      } else {
        reasons.append((text, [row.id]))
      }
    }
    guard !reasons.isEmpty else { return [] }
    return ["", "Not ranked"]
      + reasons.flatMap { reason in
        Layout.wrapped("\(reason.ids.joined(separator: ", ")): \(reason.text)", indent: 2)
      }
  }

  // MARK: What else is to be said

  private func joint(_ report: JointReport) -> [String] {
    guard !report.joint.isEmpty else { return [] }
    var findings = FindingLines(isColoured: isColoured)
    let reservation = report.reservation.map { [""] + Layout.wrapped($0, indent: 0) } ?? []
    return ["", "Promised jointly", ""] + report.joint.flatMap { findings.lines($0) } + reservation
  }

  /// What could not be evaluated of single institutions, with what to do.
  private func broken(_ report: JointReport) -> [String] {
    report.reports.flatMap { own -> [String] in
      let errors = own.findings.filter { $0.verdict == .error }
      guard !errors.isEmpty else { return [] }
      var findings = FindingLines(isColoured: isColoured)
      return ["", "Could not be evaluated: \(own.institution)", ""]
        + errors.flatMap { findings.lines($0) }
    }
  }

  /// What else is told of single institutions, and what is to come for all.
  private func beside(_ report: JointReport) -> [String] {
    let upcoming = JointUpcoming(report)
    let common = upcoming.heading.map { Self.section($0, upcoming.common) } ?? []
    return report.reports.flatMap { own -> [String] in
      let lines =
        CorrectionLines(report: own).counted + WaiverWords(report: own).lines
        + ResponseWords(report: own).lines
        + (upcoming.own(own).map { Self.section($0.heading, $0.sentences) } ?? [])
      return lines.isEmpty ? [] : ["", own.institution] + lines.drop { $0.isEmpty }
    } + common
  }

  private static func section(_ heading: String, _ sentences: [String]) -> [String] {
    ["", heading] + sentences.flatMap { Layout.wrapped($0, indent: 2) }
  }

  private func warnings(_ report: JointReport) -> [String] {
    let lines = report.reports.flatMap { own in
      own.run.warnings.flatMap { warning -> [String] in
        let first = warning.rendered().split(separator: "\n").first.map(String.init) ?? ""
        let text = first + (warning.help.map { " (\($0))" } ?? "")
        return Layout.wrapped("\(own.institution): \(text)", indent: 2)
      }
    }
    return lines.isEmpty ? [] : ["", "Warnings"] + lines
  }

  private func summary(_ report: JointReport) -> [String] {
    var lines = report.reports.enumerated().flatMap { index, own in
      Layout.wrapped(
        "\(Self.letter(index))  \(Summary(report: own).result)", indent: 2)
    }
    if !report.joint.isEmpty {
      let verdict = Verdict.worst(of: report.joint.map(\.verdict)) ?? .notApplicable
      lines.append("  Jointly: \(Summary.result(report.joint, verdict.words))")
    }
    let text = "Result: \(report.verdict.words) (exit \(report.exitCode))"
    return lines + Layout.wrapped(text, indent: 0).map { report.verdict.coloured($0, isColoured) }
      + Layout.wrapped(
        "The reasons of one institution: holdfast check with its --institution alone.", indent: 0)
  }
}

extension String {
  /// The text with blanks behind it, and always one.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - Layout.cells(self)))
  }

  fileprivate var withoutEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
