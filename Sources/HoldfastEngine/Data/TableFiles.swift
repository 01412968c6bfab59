import Crypto
import Diagnostics
import HoldfastModel
import Tabular

/// The files of a dataset or lookup, found and read one after another.
struct TableFiles {
  let patterns: [Located<String>]
  let folder: String

  /// The paths below the data folder, in the order of the patterns, each pattern's by their bytes.
  func paths() throws(DiagnosticList) -> [String] {
    var result: [String] = []
    var problems: [Diagnostic] = []
    for pattern in patterns {
      do throws(Diagnostic) {
        for path in try Files.expand(pattern.value, under: folder) {
          if result.contains(path) {
            problems.append(
              Diagnostic(
                "the file '\(path)' is named twice, so its rows would count twice",
                at: pattern.span, help: "name each file once"))
          }
          result.append(path)
        }
      } catch {
        // The pattern's own place in the description tells more than the folder it leads to.
        problems.append(Diagnostic(error.message, at: pattern.span, help: error.help))
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return result
  }

  /// Reads every file; two with the same content are an error, since their rows would count twice.
  func read(
    _ format: FileFormat, _ schema: [ColumnSchema], isPersonal: Bool,
    _ row: (String, Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> [FileSummary] {
    let paths = try paths()
    let suspects = try sameSizes(paths)
    var digests: [String: String] = [:]
    var summaries: [FileSummary] = []
    for path in paths {
      let reader = TableReader(
        path: place(path), shownAs: path, format: format.csv, schema: schema,
        isPersonal: isPersonal)
      var digest = SHA256()
      let observe: ((ArraySlice<UInt8>) -> Void)? =
        suspects.contains(path) ? { digest.update(data: Array($0)) } : nil
      summaries.append(
        try reader.read(observing: observe) { (found) throws(DiagnosticList) in
          try row(path, found)
        })
      guard observe != nil else { continue }
      let name = hexadecimal(digest.finalize())
      if let twin = digests.updateValue(path, forKey: name) {
        throw DiagnosticList([
          Diagnostic(
            .error, "the file has the same content as '\(twin)', so its rows would count twice",
            at: .file(path), help: "remove one of them")
        ])
      }
    }
    return summaries
  }

  private func place(_ path: String) -> String { folder + "/" + path }

  /// Files that are not alone in having their size: only these can have the same content.
  private func sameSizes(_ paths: [String]) throws(DiagnosticList) -> Set<String> {
    var bySize: [Int64: [String]] = [:]
    for path in paths {
      do throws(Diagnostic) {
        bySize[try Files.stamp(of: place(path), shownAs: path).size, default: []].append(path)
      } catch {
        throw DiagnosticList([error])
      }
    }
    return Set(bySize.values.filter { $0.count > 1 }.joined())
  }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}
