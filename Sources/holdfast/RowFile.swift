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
    var columns = RowColumns(file: name)
    try columns.add(members, under: "")
    return (columns.variables, columns.values)
  }
}

/// The columns of a row that is JSON.
private struct RowColumns {
  let file: String
  private(set) var variables: [Variable] = []
  private(set) var values: [Value] = []
  private var names: Set<[UInt8]> = []

  init(file: String) { self.file = file }

  /// Members of objects are columns whose names have a dot.
  mutating func add(_ members: [JSONMember], under prefix: String) throws(Diagnostic) {
    for member in members {
      let name = prefix + member.key
      if let inner = member.value.members {
        try add(inner, under: name + ".")
        continue
      }
      guard names.insert(Array(name.utf8)).inserted else {
        throw mistake(
          "the column '\(Diagnostic.printable(name))' stands twice, by itself and in an object",
          at: member.place, help: "remove one of them")
      }
      let value = try member.value.isNull ? .unknown(Unknown([name])) : value(member.value)
      variables.append(Variable(name, Self.type(value)))
      values.append(value)
    }
  }

  private static func type(_ value: Value) -> CELType {
    switch value {
    case .unknown: return .dyn
    case .list(let elements):
      let types = Set(elements.map(type))
      return .list(types.count == 1 ? types.first ?? .dyn : .dyn)
    default: return value.type
    }
  }

  private func value(_ json: JSONValue) throws(Diagnostic) -> Value {
    switch json.kind {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .text(let text): return .string(text)
    case .number(let text):
      if let int = Int64(text) { return .int(int) }
      if let decimal = Decimal(text) { return .decimal(decimal) }
      throw mistake(
        "the number has more digits than are exact, or an exponent", at: json.place,
        help: "write it out, as 100000 or 0.00001, with at most 38 digits")
    case .list(let items):
      var values: [Value] = []
      for item in items { values.append(try value(item)) }
      return .list(values)
    case .object(let members):
      var entries: [(key: Value, value: Value)] = []
      for member in members { entries.append((.string(member.key), try value(member.value))) }
      do throws(EvaluationError) { return .map(try MapValue(entries)) } catch {
        throw mistake(error.message, at: json.place, help: "give every key once")
      }
    }
  }

  private func mistake(_ message: String, at place: JSONPlace, help: String) -> Diagnostic {
    Diagnostic(
      .error, message + ", at column \(place.column)",
      at: .record(file: file, line: place.line, column: nil, shown: nil), help: help)
  }
}
