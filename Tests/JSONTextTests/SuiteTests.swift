import Diagnostics
import Foundation
import JSONText
import Testing

/// A case of the JSON suite, as `../shared/conformance/README.md` describes it.
struct SuiteCase: Decodable, Sendable, CustomTestStringConvertible {
  enum Expect: String, Decodable { case accept, refuse, either }

  let id: String
  let b64: String
  let expect: Expect
  let value: SuiteValue?
  var testDescription: String { id }

  static let all: [SuiteCase] = Shared.cases("json.jsonl")
}

/// A typed value of the suite: numbers as text, maps as pairs.
indirect enum SuiteValue: Decodable, Sendable {
  case null
  case bool(Bool)
  case integer(String)
  case double(String)
  case text(String)
  case halfPairs
  case list([SuiteValue])
  case map([[SuiteValue]])

  private enum Keys: String, CodingKey { case t, v, utf16 }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Keys.self)
    switch try fields.decode(String.self, forKey: .t) {
    case "null": self = .null
    case "bool": self = .bool(try fields.decode(Bool.self, forKey: .v))
    case "int": self = .integer(try fields.decode(String.self, forKey: .v))
    case "double": self = .double(try fields.decode(String.self, forKey: .v))
    case "list": self = .list(try fields.decode([SuiteValue].self, forKey: .v))
    case "map": self = .map(try fields.decode([[SuiteValue]].self, forKey: .v))
    default:
      self =
        fields.contains(.utf16) ? .halfPairs : .text(try fields.decode(String.self, forKey: .v))
    }
  }

  /// Whether an object in it has two values under one key, which is refused.
  var hasDoubleKeys: Bool {
    switch self {
    case .list(let items): return items.contains(where: \.hasDoubleKeys)
    case .map(let pairs):
      let keys = pairs.compactMap { pair -> [UInt8]? in
        guard case .text(let key)? = pair.first else { return nil }
        return Array(key.utf8)
      }
      return Set(keys).count < keys.count || pairs.joined().contains(where: \.hasDoubleKeys)
    default: return false
    }
  }

  /// Whether a value that was read is this one, exactly.
  func isSame(as value: JSONValue) -> Bool {
    switch (self, value.kind) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .number(let b)): a == b
    case (.double(let a), .number(let b)): Double(a) == Double(b)
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.map(let a), .object(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { pair, member in
          pair.count == 2 && pair[0].isSame(as: JSONValue(.text(member.key), at: member.place))
            && pair[1].isSame(as: member.value)
        }
    default: false
    }
  }
}

/// Cases that may go either way are accepted where nothing is lost: numbers of any size stay as
/// written, and a byte order mark says nothing.
private func isHarmless(_ id: String) -> Bool {
  id.hasPrefix("i_number_") || id == "i_structure_UTF-8_BOM_empty_object"
}

@Suite(
  .enabled(if: !SuiteCase.all.isEmpty, "../shared/conformance/cases/json.jsonl is not here"))
struct SuiteTests {
  @Test(arguments: SuiteCase.all)
  func agreesWithTheSuite(_ given: SuiteCase) throws {
    let bytes = Array(try #require(Data(base64Encoded: given.b64)))
    let isWanted: Bool
    switch given.expect {
    case .accept: isWanted = given.value?.hasDoubleKeys != true
    case .refuse: isWanted = false
    case .either: isWanted = isHarmless(given.id)
    }
    for size in [bytes.count + 1, 1, 3] {
      do throws(JSONError) {
        let value = try parsed(bytes, blocks: size)
        #expect(isWanted, "\(value.compactText.prefix(200))")
        if let expected = given.value { #expect(expected.isSame(as: value)) }
      } catch {
        #expect(!isWanted, "\(error.diagnostic(file: given.id).rendered())")
        #expect(error.place.line >= 1 && error.place.column >= 1)
        #expect(error.place.offset <= bytes.count)
        if given.expect == .accept { #expect(isDoubleKey(error)) }
      }
    }
  }

  private func isDoubleKey(_ error: JSONError) -> Bool {
    guard case .doubleKey = error.kind else { return false }
    return true
  }
}
