import CEL
import Exact
import Testing

/// `format` as cel-spec's description of the string extension has it, clause by clause.
@Suite("format")
struct FormatTests {
  @Test(arguments: [
    ("'no clause'.format([])", "no clause"), ("'%% and %%'.format([])", "% and %"),
    ("'%%%s%%'.format(['text'])", "%text%"), ("'%s%s'.format(['a', 'b'])", "ab"),
    ("'é%sé'.format(['ü'])", "éüé"), ("'%s'.format(['%d'])", "%d"), ("'a'.format([1])", "a"),
    ("'%s %s'.format([true, false])", "true false"), ("'%s'.format([null])", "null"),
    ("'%s %s'.format([-1, 1u])", "-1 1"), ("'%s'.format([2.0])", "2"),
    ("'%s'.format([-0.0])", "-0"), ("'%s'.format([0.000000002])", "0.000000002"),
    ("'%s'.format([1e21])", "1000000000000000000000"), ("'%s'.format([b'xyz'])", "xyz"),
    ("'%s'.format([b'a\\xff\\xfe b\\xe2\\x82'])", "a\u{FFFD} b\u{FFFD}"),
    ("'%s'.format([b'\\xef\\xbf\\xbd\\xff\\xef\\xbf\\xbd'])", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("'%s'.format([duration('1h45m47s')])", "6347s"),
    ("'%s'.format([duration('2ns')])", "0.000000002s"),
    ("'%s'.format([duration('-1.5s')])", "-1.5s"),
    ("'%s'.format([timestamp('2023-02-03T23:31:20.5+01:00')])", "2023-02-03T22:31:20.5Z"),
    ("'%s %s'.format([type('a'), type(duration('1s'))])", "string google.protobuf.Duration"),
    ("'%s'.format([['abc', 3.14, null, [9, []]]])", "[abc, 3.14, null, [9, []]]"),
    (
      "'%s'.format([{'strKey': 'x', 6: duration('422s'), true: {}}])",
      "{6: 422s, strKey: x, true: {}}"
    ),
    ("'%s'.format([{10: 'b', 9: 'a', 'é': 1, 'z': 2}])", "{10: b, 9: a, z: 2, é: 1}"),
    ("'%d %d %d'.format([-64, 64u, 3.14])", "-64 64 3.14"),
    ("'%d'.format([-9223372036854775808])", "-9223372036854775808"),
    ("'%.3d'.format([1.23456])", "1.23456"), ("'%f %f'.format([2, 3u])", "2.000000 3.000000"),
    ("'%.3f'.format([1.2345])", "1.234"), ("'%.0f %.0f'.format([2.5, 3.5])", "2 4"),
    ("'%.2f'.format([9007199254740993])", "9007199254740993.00"),
    ("'%.1f'.format([-0.01])", "-0.0"), ("'%.00002f'.format([1])", "1.00"),
    ("'%e %e'.format([1, 3.14])", "1.000000e+00 3.140000e+00"), ("'%.0e'.format([9.5])", "1e+01"),
    ("'%.1e'.format([-3.14])", "-3.1e+00"), ("'%e'.format([1e-100])", "1.000000e-100"),
    ("'%b %b %b %b'.format([5, -5, 5u, true])", "101 -101 101 1"), ("'%b'.format([false])", "0"),
    ("'%o %o %o'.format([11, -11, 65535u])", "13 -13 177777"),
    ("'%x %X %x'.format([30, -30, 6000u])", "1e -1E 1770"),
    ("'%x'.format([-9223372036854775808])", "-8000000000000000"),
    ("'%x %X'.format(['Hé', b'\\x00\\xff'])", "48c3a9 00FF"), ("'%x'.format([''])", ""),
  ])
  func writes(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).text.map { Array($0.utf8) } == Array(wanted.utf8))
  }

  @Test(arguments: ["s", "d", "f", "e", ".2f", ".0e"])
  func writesWhatIsNoNumberAsAWord(_ clause: String) throws {
    let text = "'%\(clause)|%\(clause)|%\(clause)'.format([0.0 / 0.0, 1.0 / 0.0, -1.0 / 0.0])"
    #expect(try evaluate(text).text == "NaN|Infinity|-Infinity")
  }

  /// Decimals and dates are types of this language only.
  @Test(arguments: [
    ("'%s %s'.format([decimal('12.50'), day])", "12.50 2024-04-01"),
    ("'%s'.format([{decimal('1.50'): [decimal('2.0')]}])", "{1.50: [2.0]}"),
    ("'%s %.1f'.format([amount, 2.5])", "100.50 2.5"),
    ("'%d %d'.format([decimal('12.00'), decimal('-3')])", "12 -3"),
    ("'%.2f %.2f %.2f'.format([decimal('0.125'), decimal('0.135'), amount])", "0.12 0.14 100.50"),
    (
      "'%f'.format([decimal('-99999999999999999999999999999.5')])",
      "-99999999999999999999999999999.500000"
    ),
    ("'%.1e %.3e'.format([decimal('-0.00125'), decimal('0.00')])", "-1.2e-03 0.000e+00"),
  ])
  func writesDecimalsExactly(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).text == wanted)
  }

  @Test(arguments: [
    ("'%s'.format([])", "index 0 out of range"), ("'%s %s'.format([1])", "index 1 out of range"),
    ("'%'.format([])", "index 0 out of range"), ("'a%'.format([1])", "unexpected end of string"),
    ("'%a'.format([1])", clause + "unrecognized formatting clause \"a\""),
    ("'%E'.format([0.5])", clause + "unrecognized formatting clause \"E\""),
    ("'% d'.format([1])", clause + "unrecognized formatting clause \" \""),
    ("'%é'.format([1])", clause + "unrecognized formatting clause \"é\""),
    ("'%5d'.format([1])", clause + "unrecognized formatting clause \"5\""),
    ("'%.'.format([1])", precision + "could not find end of precision specifier"),
    ("'%.3'.format([1])", precision + "could not find end of precision specifier"),
    ("'%.f'.format([1])", precision + "there is no number behind the point"),
    ("'%.101f'.format([1])", precision + "precision exceeds maximum allowed precision 100"),
    (
      "'%.99999999999999999999f'.format([1])",
      precision + "precision exceeds maximum allowed precision 100"
    ),
    ("'%d'.format(['abc'])", value + decimals + ", was given string"),
    ("'%d'.format([null])", value + decimals + ", was given null_type"),
    (
      "'%d'.format([decimal('1.5')])",
      value + "decimal clause can only be used on decimals that are whole"
    ),
    (
      "'%f'.format([true])",
      value + "fixed-point clause can only be used on ints, uints, and doubles, was given bool"
    ),
    (
      "'%e'.format(['NaN'])",
      value + "scientific clause can only be used on ints, uints, and doubles, was given string"
    ),
    (
      "'%b'.format([decimal('1')])",
      value + "only ints, uints, and bools can be formatted as binary, was given decimal"
    ),
    (
      "'%o'.format([true])",
      value + "octal clause can only be used on ints and uints, was given bool"
    ),
    (
      "'%x'.format([0.5])",
      value + "only ints, uints, bytes, and strings can be formatted as hex, was given double"
    ),
    ("1.format([1])", "no such overload"), ("'%s'.format('a')", "no such overload"),
  ])
  func refuses(_ text: String, _ message: String) throws {
    #expect(try failure(text) == message)
  }

  private static let clause = "could not parse formatting clause: "
  private static let precision = clause + "error while parsing precision: "
  private static let value = "error during formatting: "
  private static let decimals = "decimal clause can only be used on ints, uints, and doubles"
}
