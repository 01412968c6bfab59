import Diagnostics
import JSONText
import Tabular

/// Files of separated values: RFC 4180, and the dialects that our formats can state.
///
/// Rows are compared as the splitter gives them, before headers and types. What must be refused
/// goes through the whole reader.
struct CSVSuite: Suite {
  func outcome(of one: Case) -> Outcome {
    guard let bytes = one.bytes("b64") else { return .failed("the case has no bytes") }
    let options: CSVOptions
    do throws(CSVOptions.Missing) { options = try CSVOptions(one["options"]?.members ?? []) } catch
    {
      return .skipped("no option '\(error.option)'")
    }
    if one.isTrue("refuse") { return refusal(of: one, bytes, options) }
    guard let wanted = one["rows"]?.items else { return .failed("the case has no rows") }
    if let reason = options.inexpressible { return .skipped(reason) }
    return comparison(of: one, bytes, options, Rows(wanted))
  }

  private func comparison(
    of one: Case, _ bytes: [UInt8], _ options: CSVOptions, _ wanted: Rows
  ) -> Outcome {
    let found: Rows
    do throws(SplitError) {
      found = try Rows(splitting: bytes, options)
      let whole = try Rows(splitting: bytes, options, block: bytes.count)
      if let difference = found.difference(from: whole) {
        return .failed("read in pieces: \(difference)")
      }
    } catch {
      let words = "line \(error.position.line), column \(error.position.column): \(error.kind)"
      let isCore = one["level"]?.text == "core"
      return CSVRefusal.reason(for: error.kind, isCore: isCore).map { .skipped($0) }
        ?? .failed("refused at \(words)")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      return .skipped("bytes that are no UTF-8 are refused where no encoding is declared")
    }
    let isExact = one["level"]?.text == "core" && !options.skipsBlankLines
    let (left, right) =
      isExact ? (found, wanted) : (found.withoutBlankLines, wanted.withoutBlankLines)
    guard let difference = left.difference(from: right) else {
      return positionDifference(one, left).map { .failed($0) } ?? .passed
    }
    return one["contested_by"] == nil
      ? .failed(difference) : .skipped("the suite's own readers disagree")
  }

  /// The lines on which the rows begin, where the case gives the places of the fields.
  private func positionDifference(_ one: Case, _ found: Rows) -> String? {
    guard let positions = one["positions"]?.items, positions.count == found.lines.count else {
      return nil
    }
    for (row, line) in zip(positions, found.lines) {
      guard let wanted = row.items?.first?.items?.first?.integer else { continue }
      if wanted != line { return "a row on line \(line), wanted on \(wanted)" }
    }
    return nil
  }

  /// Refused by the reader, and at the place that the case names.
  private func refusal(of one: Case, _ bytes: [UInt8], _ options: CSVOptions) -> Outcome {
    let refusal = CSVRefusal(of: bytes, options.format)
    guard let diagnostic = refusal.diagnostic else {
      return .failed("accepted, and must be refused")
    }
    guard let place = one["error_at"]?.items?.compactMap(\.integer), place.count == 2 else {
      return hasPlace(diagnostic, bytes, options)
        ? .passed : .failed("refused without a line: \(diagnostic.rendered())")
    }
    guard case .record(_, let line, _, _) = diagnostic.place, line == place[0] else {
      return .failed("refused elsewhere than on line \(place[0]): \(diagnostic.rendered())")
    }
    if let column = refusal.column, column != place[1] {
      return .failed("refused at column \(column), wanted \(place[1])")
    }
    return .passed
  }

  /// Whether the message names a line, or speaks of the file or the format as a whole: where there
  /// is no content, or another encoding, or a sign that no format can have.
  private func hasPlace(_ diagnostic: Diagnostic, _ bytes: [UInt8], _ options: CSVOptions) -> Bool {
    if case .record(_, let line, _, _) = diagnostic.place { return line >= 1 }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return bytes.isEmpty || isUTF16 || options.inexpressible != nil
  }
}
