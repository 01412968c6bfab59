import CEL
import Testing

@Suite("functions")
struct FunctionTests {
  static let all = Library.standard.functions

  @Test(arguments: all)
  func everyExampleIsTrue(_ function: Function) throws {
    let parts = function.example.split(separator: " // ", maxSplits: 1).map(String.init)
    try #require(parts.count == 2, "\(function.example)")
    let value = try evaluate(parts[0])
    let wanted = try evaluate(parts[1])
    #expect(value.isEqual(to: wanted), "\(value), expected \(wanted)")
    #expect(value.type == wanted.type)
  }

  @Test func everyFunctionIsDescribedAndEveryOverloadHasItsOwnName() {
    for function in Self.all { #expect(function.doc.hasSuffix("."), "\(function.name)") }
    let ids = Self.all.flatMap(\.overloads).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [
    ("'a,b,,c'.split(',')", "['a', 'b', '', 'c']"), ("'abc'.split('')", "['a', 'b', 'c']"),
    ("'abc'.split('', 2)", "['a', 'bc']"), ("'a b'.split(' ', 1)", "['a b']"),
    ("''.split(',')", "['']"), ("'ab'.replace('', '-')", "'-a-b-'"),
    ("'ab'.replace('', '-', 2)", "'-a-b'"), ("'aaa'.replace('a', 'b', 0)", "'aaa'"),
    ("'aaa'.replace('a', 'b', -1)", "'bbb'"), ("'banana'.lastIndexOf('')", "6"),
    ("'\\u00a0 x\\u3000'.trim()", "'x'"), ("string(1e100)", "'1e+100'"),
    ("string(1000000.0)", "'1e+06'"), ("string(999999.0)", "'999999'"),
    ("string(1234567.5)", "'1.2345675e+06'"), ("string(0.0001)", "'0.0001'"),
    ("string(0.00001)", "'1e-05'"), ("string(-0.5)", "'-0.5'"),
    ("string(123456.789)", "'123456.789'"),
    ("string(double('-0.0'))", "'-0'"), ("string(5e-324)", "'5e-324'"), ("bool('T')", "true"),
    ("double('inf') > 1.7e308", "true"), ("double('-iNfInItY') < 0.0", "true"),
    ("double('nan') == double('NaN')", "false"), ("1in[1]", "true"),
    ("timestamp('2020-01-01T00:00:00.1234567899Z').getMilliseconds()", "123"),
    ("string(100.0)", "'100'"), ("string(duration('1500ms'))", "'1.5s'"),
    ("string(timestamp('2024-04-01T01:00:00+02:00'))", "'2024-03-31T23:00:00Z'"),
    ("duration('-1h30m') < duration('0')", "true"), ("int('-0') == 0", "true"),
    ("bytes('é').size()", "2"), ("size({'a': 1, 'b': 2})", "2"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected), "\(text) is \(value)")
  }

  @Test(arguments: [
    "int('1 ')", "int('0x10')", "double('1e400')", "uint(-0.5)", "uint('+1')", "uint('-0')",
    "timestamp('2020-01-01t00:00:00z')", "double('infi')", "timestamp(dyn(null))",
    "google.protobuf.Int64Value{value: 1, value: 2}", "double('i\u{307}nf')", "double('0x1p3')",
    "double(' 1')", "uint(-1)", "int(1e30)",
    "string(b'\\xff')", "1 / 0", "1 % 0", "-9223372036854775807 - 2", "'abc'.charAt(4)",
    "'abc'.substring(2, 1)", "[1][1]", "[1][-1]", "{'a': 1}['b']",
    "timestamp('2024-02-30T00:00:00Z')",
    "timestamp('2024-04-01')", "duration('1')", "duration('1x')", "duration('')",
    "timestamp('2024-04-01T00:00:00Z').getHours('Nowhere/Else')",
  ])
  func givesAnError(_ text: String) {
    let refused = !issues(text).isEmpty
    let failed = if case .error? = try? evaluate(text) { true } else { false }
    #expect(refused || failed, "\(text)")
  }

  @Test(
    .enabled(if: zoneRules("Europe/London") != nil, "the system has no time zones"),
    arguments: [
      ("2024-03-31T00:59:59Z", "Europe/London", 0), ("2024-03-31T01:00:00Z", "Europe/London", 2),
      ("2060-07-01T12:00:00Z", "Europe/London", 13), ("2060-01-01T12:00:00Z", "Europe/London", 12),
      ("2060-01-01T00:00:00Z", "Australia/Sydney", 11),
      ("2060-07-01T00:00:00Z", "Australia/Sydney", 10),
      ("1850-01-01T00:00:00Z", "Europe/London", 0), ("2024-01-01T00:00:00Z", "Asia/Kathmandu", 5),
    ])
  func namedZonesFollowTheirRules(_ time: String, _ zone: String, _ hour: Int64) throws {
    let value = try evaluate("timestamp('\(time)').getHours('\(zone)')")
    #expect(value.isEqual(to: .int(hour)), "\(value)")
  }

  @Test(arguments: [
    [], [UInt8](repeating: 0, count: 44), Array("TZif2".utf8) + [UInt8](repeating: 255, count: 200),
  ])
  func bytesThatAreNoZoneAreRefused(_ bytes: [UInt8]) {
    #expect(ZoneRules(tzif: bytes) == nil)
  }
}
