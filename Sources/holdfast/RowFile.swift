import CEL
import Diagnostics
import Exact
import JSONText
import Tabular

/// A row from a JSON file, as expressions read it.
struct RowFile: Activation {
  /// The columns.
  let variables: [Variable]
  private let values: [Value]

  /// The most bytes that are read.
  private static let limit = 1 << 24

  /// Reads a row; without a path there are no columns.
  init(_ path: String?) throws(DiagnosticList) {
    guard let path else {
      (variables, values) = ([], [])
      return
    }
    do throws(Diagnostic) {
      let bytes = try Files.readAll(path, shownAs: path, limit: Self.limit)
      (variables, values) = try Self.columns(of: bytes, path)
    } catch { throw DiagnosticList([error]) }
  }

  func value(of slot: Int) -> Value { values[slot] }

  private static func columns(
    of bytes: [UInt8], _ name: String
  ) throws(Diagnostic) -> ([Variable], [Value]) {
    let json: JSONValue
    do throws(JSONError) { json = try JSONValue(parsing: bytes) } catch {
      throw error.diagnostic(file: name)
    }
    guard let members = json.members else {
      throw Diagnostic(
        .error, "the row is no JSON object", at: .file(name),
        help: "write {\"amount\": 12.50, \"supplier\": {\"local\": true}}")
    }
    var columns: [(Variable, Value)] = []
    add(members, under: "", to: &columns)
    return (columns.map(\.0), columns.map(\.1))
  }

  /// Members of objects are columns whose names have a dot.
  private static func add(
    _ members: [JSONMember], under prefix: String, to columns: inout [(Variable, Value)]
  ) {
    for member in members {
      let name = prefix + member.key
      if let inner = member.value.members {
        add(inner, under: name + ".", to: &columns)
      } else if member.value.isNull {
        columns.append((Variable(name, .dyn), .unknown(Unknown([name]))))
      } else {
        let value = value(member.value)
        columns.append((Variable(name, declared(value)), value))
      }
    }
  }

  private static func declared(_ value: Value) -> CELType {
    switch value {
    case .error: return .dyn
    case .list(let elements):
      let types = Set(elements.map(declared))
      return .list(types.count == 1 ? types.first ?? .dyn : .dyn)
    default: return value.type
    }
  }

  private static func value(_ json: JSONValue) -> Value {
    switch json.kind {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .text(let text): .string(text)
    case .number(let text):
      Int64(text).map(Value.int) ?? Decimal(text).map(Value.decimal)
        ?? .failure("the number has more than 38 digits, or an exponent")
    case .list(let items): .list(items.map(value))
    case .object(let members): object(members)
    }
  }

  private static func object(_ members: [JSONMember]) -> Value {
    let entries = members.map { (key: Value.string($0.key), value: value($0.value)) }
    do throws(EvaluationError) {
      return .map(try MapValue(entries))
    } catch {
      return .error(error)
    }
  }
}
