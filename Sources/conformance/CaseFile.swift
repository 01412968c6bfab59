import Diagnostics
import Foundation
import JSONText

/// Reads a file of cases: a JSON object a line.
enum CaseFile {
  /// Why a file cannot be used.
  struct Problem: Error {
    let message: String
  }

  /// The cases of a file in its order, or the one with an id.
  static func read(_ path: String, only: String?) throws(Problem) -> [Case] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(message: "\(path) cannot be read")
    }
    var cases: [Case] = []
    var ids: Set<String> = []
    var number = 0
    for line in Array(data).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let one = try read(Array(line), "\(path):\(number)")
      guard ids.insert(one.id).inserted else {
        throw Problem(message: "\(path):\(number): the id '\(one.id)' comes twice")
      }
      if only == nil || only == one.id { cases.append(one) }
    }
    guard !cases.isEmpty else {
      throw Problem(message: "\(path) holds no case" + (only.map { " with the id '\($0)'" } ?? ""))
    }
    return cases
  }

  private static func read(_ line: [UInt8], _ place: String) throws(Problem) -> Case {
    let fields: JSONValue
    do throws(JSONError) { fields = try value(line) } catch {
      throw Problem(message: "\(place): no case: \(error.diagnostic(file: "line").rendered())")
    }
    guard let id = fields["id"]?.text else {
      throw Problem(message: "\(place): a case without an id")
    }
    return Case(id: id, fields: fields)
  }

  /// The value of a line. Texts that hold half a surrogate pair are no Unicode; the half is then
  /// read as U+FFFD.
  private static func value(_ line: [UInt8]) throws(JSONError) -> JSONValue {
    var limits = JSONLimits()
    limits.keys = 1 << 20
    do throws(JSONError) { return try JSONValue(parsing: line, limits: limits) } catch {
      guard error.kind == .halfPair else { throw error }
      return try JSONValue(parsing: withoutHalfPairs(line), limits: limits)
    }
  }

  private static func withoutHalfPairs(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < line.count {
      let unit = escapedUnit(line, at) ?? 0
      switch unit {
      case 0xD800...0xDBFF where (0xDC00...0xDFFF).contains(escapedUnit(line, at + 6) ?? 0):
        result += line[at..<at + 12]
        at += 12
      case 0xD800...0xDFFF:
        result += Array("\\uFFFD".utf8)
        at += 6
      default:
        let width = line[at] == UInt8(ascii: "\\") ? min(2, line.count - at) : 1
        result += line[at..<at + width]
        at += width
      }
    }
    return result
  }

  /// The unit of UTF-16 that an escape `\uXXXX` gives; nil where none stands.
  private static func escapedUnit(_ line: [UInt8], _ at: Int) -> UInt32? {
    guard at + 6 <= line.count, line[at] == UInt8(ascii: "\\"), line[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: line[at + 2..<at + 6], as: UTF8.self), radix: 16)
  }
}
