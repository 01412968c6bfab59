import CEL
import Testing

@Suite("messages that stand for values")
struct WellKnownTests {
  @Test(arguments: [
    ("google.protobuf.Int64Value{value: 5}", "5"), ("google.protobuf.Int64Value{}", "0"),
    ("google.protobuf.StringValue{value: 'a'} + 'b'", "'ab'"),
    ("google.protobuf.UInt32Value{value: 7u} == 7u", "true"),
    ("google.protobuf.FloatValue{value: 0.1} == 0.1", "false"),
    ("google.protobuf.DoubleValue{value: 0.1} == 0.1", "true"),
    ("google.protobuf.BoolValue{} || true", "true"), ("google.protobuf.BytesValue{}", "b''"),
    ("google.protobuf.Int64Value{?value: optional.none()}", "0"),
    ("google.protobuf.Value{}", "null"), ("google.protobuf.Value{string_value: 'a'}", "'a'"),
    ("google.protobuf.Value{null_value: google.protobuf.NullValue.NULL_VALUE} == null", "true"),
    ("google.protobuf.Struct{fields: {'a': 1, 'b': [true]}}", "{'a': 1.0, 'b': [true]}"),
    ("google.protobuf.ListValue{values: [1, 'a', null]}", "[1.0, 'a', null]"),
    ("google.protobuf.Value{list_value: [9007199254740993]}", "['9007199254740993']"),
    ("google.protobuf.Timestamp{seconds: 60}", "timestamp('1970-01-01T00:01:00Z')"),
    ("google.protobuf.Duration{seconds: 1, nanos: 500000000}", "duration('1.5s')"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected) && value.type == expected.type, "\(text) is \(value)")
  }

  @Test(arguments: [
    "google.protobuf.Int32Value{value: 2147483648}",
    "google.protobuf.UInt32Value{value: 4294967296u}",
    "google.protobuf.Any{}", "google.protobuf.Timestamp{seconds: 999999999999999}",
    "google.protobuf.Value{string_value: 'a', bool_value: true}",
    "google.protobuf.Struct{fields: {'a': amount}}", "google.protobuf.Int64Value{value: dyn('a')}",
  ])
  func givesAnError(_ text: String) throws {
    let value = try evaluate(text)
    #expect(value.type == .error, "\(value)")
  }

  @Test(arguments: [
    ("Party{name: 1}", "unknown type 'Party'"),
    ("google.protobuf.Int64Value{vlaue: 1}", "undefined field 'vlaue'"),
    ("google.protobuf.Int64Value{value: 'a'}", "expected type of field 'value' is 'int'"),
    ("(google.protobuf.Int64Value){value: 1}", "'{' stands where"),
  ])
  func refuses(_ text: String, _ message: String) {
    #expect(
      issues(text).first?.message.hasPrefix(message) == true, "\(issues(text).map(\.message))")
  }

  /// Values that hold each other many times over are no way to a long wait.
  @Test(arguments: [
    "google.protobuf.ListValue{values: LAST} == []", "LAST == FIRST", "LAST in [FIRST]",
    "string(LAST.size()) == '' || LAST == LAST",
    "'%s'.format([LAST]) == ''", "sets.contains(LAST, LAST)", "LAST.distinct().size() == 1",
    "lists.range(3).map(x, LAST).flatten(30).size() > 0",
  ])
  func sharedListsAreBounded(_ form: String) throws {
    var text = form
    text.replace("LAST", with: "a29")
    text.replace("FIRST", with: "cel.bind(a29, a29 + [], a29)")
    for level in (1...29).reversed() {
      text = "cel.bind(a\(level), [a\(level - 1), a\(level - 1)], \(text))"
    }
    let value = try evaluate("cel.bind(a0, [1, 2], \(text))")
    #expect(value.type == .error || value.type == .bool)
  }
}
