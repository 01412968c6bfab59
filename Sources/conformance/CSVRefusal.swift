import Diagnostics
import Foundation
import Tabular

/// What the reader of files says against a file.
struct CSVRefusal {
  /// The first message; nil where the file is read to its end.
  let diagnostic: Diagnostic?
  /// The column that the splitter names, from 1; nil where it is another that refuses.
  let column: Int?

  /// Reads bytes as a file of the format, without a schema.
  init(of bytes: [UInt8], _ format: CSVFormat) {
    column = Self.column(bytes, format)
    let path = NSTemporaryDirectory() + "conformance-\(UUID().uuidString).csv"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      diagnostic = Diagnostic(.error, "no file could be written", at: .file(path))
      return
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = TableReader(path: path, shownAs: "case.csv", format: format, schema: [])
    do throws(DiagnosticList) {
      _ = try reader.read { _ in }
      diagnostic = nil
    } catch {
      diagnostic = error.sorted().first
    }
  }

  private static func column(_ bytes: [UInt8], _ format: CSVFormat) -> Int? {
    var splitter = RecordSplitter(
      delimiter: format.delimiter, quote: format.quote, takesZeroBytes: true)
    var record = Record()
    var index = 0
    do throws(SplitError) {
      while try splitter.next(in: bytes.span, from: &index, into: &record) {}
      _ = try splitter.finish(into: &record)
      return nil
    } catch {
      return error.position.column
    }
  }

  /// Why a file is refused that some reader takes: outside the grammar of RFC 4180 its readers
  /// disagree, and a cell that is read in two ways is not read at all.
  static func reason(for kind: SplitError.Kind, isCore: Bool) -> String? {
    guard !isCore else { return nil }
    switch kind {
    case .bareReturn: return "a carriage return without a line feed is refused"
    case .quoteInText: return "a quote inside a cell without quotes is refused"
    case .textAfterQuote: return "text after a closing quote is refused"
    case .nullByte, .unclosedQuote, .tooLong: return nil
    }
  }
}
