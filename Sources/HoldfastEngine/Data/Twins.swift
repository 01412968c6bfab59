import Crypto
import Diagnostics
import Tabular

/// Finds files that hold the same rows, also where line ends, encoding or packing differ.
struct Twins {
  private var readers: [Int: [(reader: TableReader, name: String)]] = [:]
  private var digests: [String: String] = [:]
  private var beginnings: [String: [UInt8]] = [:]

  /// Takes a file, which `reader` can read again; throws where it has the rows of another.
  mutating func add(_ file: FileTally, _ reader: TableReader) throws(DiagnosticList) {
    guard let other = try others(like: file.path, rows: file.rows, reader).first else { return }
    throw DiagnosticList([
      Diagnostic(
        .error, "the file has the same rows as '\(other)', so they would count twice",
        at: .file(file.path), help: "remove one of them")
    ])
  }

  /// Takes a file of so many rows, and says which of those before it have the same rows.
  mutating func others(
    like name: String, rows: Int, _ reader: TableReader
  ) throws(DiagnosticList) -> [String] {
    guard rows > 0 else { return [] }
    let others = readers[rows] ?? []
    readers[rows, default: []].append((reader, name))
    guard !others.isEmpty else { return [] }
    let first = beginning(reader, name)
    var result: [String] = []
    for other in others where beginning(other.reader, other.name) == first {
      if try digest(reader, name) == digest(other.reader, other.name) { result.append(other.name) }
    }
    return result
  }

  /// The first row of a file: where it differs, nothing more has to be read.
  private mutating func beginning(_ reader: TableReader, _ name: String) -> [UInt8] {
    if let known = beginnings[name] { return known }
    var result: [UInt8] = []
    _ = try? reader.read { (row) throws(DiagnosticList) in
      result = row.record.canonicalBytes()
      throw DiagnosticList()
    }
    beginnings[name] = result
    return result
  }

  /// A digest of a file's rows, from another reading of it.
  private mutating func digest(
    _ reader: TableReader, _ name: String
  ) throws(DiagnosticList) -> String {
    if let known = digests[name] { return known }
    var hash = SHA256()
    _ = try reader.read { (row) throws(DiagnosticList) in
      hash.update(data: row.record.canonicalBytes())
    }
    let result = hexadecimal(hash.finalize())
    digests[name] = result
    return result
  }
}
