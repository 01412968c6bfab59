import Diagnostics
import JSONText

/// A JSON value a line: the values, or the line of the first mistake.
struct NDJSONSuite: Suite {
  /// Why a line is none, and which.
  private struct BadLine: Error {
    let line: Int
    let words: String
  }

  func outcome(of one: Case) -> Outcome {
    guard let bytes = one.bytes("b64") else { return .failed("the case has no bytes") }
    let mayDiffer = one.isTrue("either")
    do throws(BadLine) {
      let found = try values(bytes, one.id)
      guard let wanted = one["values"]?.items else {
        return mayDiffer ? .passed : .failed("accepted, and must be refused")
      }
      return PlainValue.areEqual(found, wanted) ? .passed : .failed("other values")
    } catch {
      if let line = one["bad_line"]?.integer {
        return line == error.line
          ? .passed : .failed("refused at line \(error.line), not \(line): \(error.words)")
      }
      return mayDiffer ? .passed : .failed("refused: \(error.words)")
    }
  }

  private func values(_ bytes: [UInt8], _ name: String) throws(BadLine) -> [JSONValue] {
    var reader = JSONReader(form: .lines)
    reader.feed(bytes)
    reader.finish()
    var tree = JSONTree()
    var values: [JSONValue] = []
    do throws(JSONError) {
      while let event = try reader.next() {
        if let value = try tree.take(event, of: reader) { values.append(value) }
      }
      return values
    } catch {
      let words = error.diagnostic(file: name).rendered()
      throw BadLine(line: error.place.position.line, words: words)
    }
  }
}

/// Compares values that were read with values that stand in the case itself.
enum PlainValue {
  static func areEqual(_ left: [JSONValue], _ right: [JSONValue]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy(isEqual)
  }

  private static func isEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left.kind, right.kind) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b || (!isWhole(b) && Double(a) == Double(b))
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)): areEqual(a, b)
    case (.object(let a), .object(let b)): areEqual(a, b)
    default: false
    }
  }

  private static func isWhole(_ number: String) -> Bool {
    number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private static func areEqual(_ left: [JSONMember], _ right: [JSONMember]) -> Bool {
    left.count == right.count
      && left.allSatisfy { member in
        right.contains {
          $0.key.utf8.elementsEqual(member.key.utf8) && isEqual($0.value, member.value)
        }
      }
  }
}
