import Foundation
import JSONText

/// Suites that stand beside the repository and are not part of it.
enum Shared {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")

  static func cases<Case: Decodable>(_ file: String) -> [Case] {
    let place = root.appendingPathComponent("conformance/cases/" + file)
    guard let data = try? Data(contentsOf: place) else { return [] }
    return data.split(separator: 0x0A).compactMap { try? JSONDecoder().decode(Case.self, from: $0) }
  }
}

/// Reads bytes fed in blocks of so many bytes.
func parsed(_ bytes: [UInt8], blocks size: Int) throws(JSONError) -> JSONValue {
  var reader = JSONReader()
  var tree = JSONTree()
  var whole: JSONValue?
  var start = 0
  while start < bytes.count {
    reader.feed(bytes[start..<min(start + size, bytes.count)])
    start += size
    while let event = try reader.next() {
      if let value = try tree.take(event, of: reader) { whole = value }
    }
  }
  reader.finish()
  while let event = try reader.next() {
    if let value = try tree.take(event, of: reader) { whole = value }
  }
  return whole ?? JSONValue(.text("no value at all"), at: JSONPlace())
}

/// The error of a text; nil where it is accepted.
func error(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError? {
  do throws(JSONError) { _ = try JSONValue(parsing: Array(text.utf8), limits: limits) } catch {
    return error
  }
  return nil
}
