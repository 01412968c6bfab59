import Tabular

/// A file of JSON with something wrong.
struct JSONMessageCase {
  let name: String
  let bytes: [UInt8]
  let format: TableFormat
  var columns = ["a"]
  var isPersonal = false
  var blank = BlankMeaning.unknown

  init(_ name: String, _ text: String, _ format: TableFormat = .json(rows: "[]")) {
    self.init(name, Array(text.utf8), format)
  }

  init(_ name: String, _ bytes: [UInt8], _ format: TableFormat = .json(rows: "[]")) {
    (self.name, self.bytes, self.format) = (name, bytes, format)
  }

  func with(_ change: (inout JSONMessageCase) -> Void) -> JSONMessageCase {
    var copy = self
    change(&copy)
    return copy
  }
}

extension JSONMessageCase {
  static let syntax: [JSONMessageCase] = [
    JSONMessageCase("a comma at the end of a list", #"[{"a":1},]"#),
    JSONMessageCase("a comma at the end of an object", #"[{"a":1,}]"#),
    JSONMessageCase("two commas", #"[{"a":1},,{"a":2}]"#),
    JSONMessageCase("two commas in an object", #"[{"a":1,,"b":2}]"#),
    JSONMessageCase("a missing comma", "[{\"a\":1}\n {\"a\":2}]"),
    JSONMessageCase("a missing comma in an object", #"[{"a":1 "b":2}]"#),
    JSONMessageCase("a missing colon", #"[{"a" 1}]"#),
    JSONMessageCase("an equals sign", #"[{"a"=1}]"#),
    JSONMessageCase("a semicolon", #"[{"a":1; "b":2}]"#),
    JSONMessageCase("a list closed as an object", #"[{"a":1}}"#),
    JSONMessageCase("an object closed as a list", #"[{"a":1]"#),
    JSONMessageCase("a key without quotes", "[{a:1}]"),
    JSONMessageCase("a number as a key", "[{1:1}]"),
    JSONMessageCase("a text without quotes", #"[{"a":Salford}]"#),
    JSONMessageCase("a word behind a value", #"[{"a":1 GBP}]"#),
    JSONMessageCase("Python's None", #"[{"a":None}]"#),
    JSONMessageCase("a capital letter", #"[{"a":True}]"#),
    JSONMessageCase("single quotes", "[{'a':1}]"),
    JSONMessageCase("curly quotes", "[{“a”:1}]"),
    JSONMessageCase("a comment", "[ // ours\n{\"a\":1}]"),
    JSONMessageCase("a byte order mark between", "[{\"a\":1},\u{FEFF}{\"a\":2}]"),
    JSONMessageCase("a no-break space", "[{\"a\":\u{A0}1}]"),
    JSONMessageCase("a letter that belongs nowhere", "[{\"a\":£5}]"),
    JSONMessageCase("more behind the value", #"[{"a":1}] [{"a":2}]"#),
    JSONMessageCase("objects on lines, read as one value", "{\"a\":1}\n{\"a\":2}\n"),
    JSONMessageCase("cut off", #"[{"a":1},{"a""#),
    JSONMessageCase("cut off in a text", #"[{"a":"Salfo"#),
    JSONMessageCase("a key that comes twice", #"[{"a":1,"\u0061":2}]"#),
    JSONMessageCase("zeros in front", #"[{"a":02134}]"#),
    JSONMessageCase("a plus sign", #"[{"a":+1}]"#),
    JSONMessageCase("no digit before the point", #"[{"a":.5}]"#),
    JSONMessageCase("a minus before the point", #"[{"a":-.5}]"#),
    JSONMessageCase("no digit behind the point", #"[{"a":5.}]"#),
    JSONMessageCase("an empty exponent", #"[{"a":1e}]"#),
    JSONMessageCase("a minus sign alone", #"[{"a":-}]"#),
    JSONMessageCase("a date without quotes", #"[{"a":2024.04.30}]"#),
  ]

  static let texts: [JSONMessageCase] = [
    JSONMessageCase("a line end in a text", "[{\"a\":\"x\ny\"}]"),
    JSONMessageCase("a tab in a text", "[{\"a\":\"x\ty\"}]"),
    JSONMessageCase("a control character in a text", "[{\"a\":\"x\u{1}y\"}]"),
    JSONMessageCase("a backslash of Windows", #"[{"a":"C:\Data"}]"#),
    JSONMessageCase("an escape cut short", #"[{"a":"\u00g3"}]"#),
    JSONMessageCase("half of a pair", #"[{"a":"\ud83d"}]"#),
    JSONMessageCase("a byte that is not UTF-8", Array("[{\"a\":\"".utf8) + [0xA3, 0x22, 0x7D]),
    JSONMessageCase("UTF-16 with its mark", [0xFF, 0xFE, 0x5B, 0, 0x5D, 0]),
    JSONMessageCase("UTF-16 without a mark", [0x5B, 0, 0x5D, 0]),
    JSONMessageCase("nothing in the file", " \n"),
    JSONMessageCase("a workbook", [0x50, 0x4B, 3, 4, 20, 0]),
    JSONMessageCase("a web page", "<!DOCTYPE html>\n<html></html>"),
    JSONMessageCase("a personal text without quotes", #"[{"a":Smith}]"#).with {
      $0.isPersonal = true
    },
    JSONMessageCase("a personal sign", #"[{"a":£5}]"#).with { $0.isPersonal = true },
    JSONMessageCase("a personal key", #"[{"Smith":1,"Smith":2}]"#).with { $0.isPersonal = true },
  ]

  static let limits: [JSONMessageCase] = [
    JSONMessageCase("too deep", String(repeating: "[", count: 201)),
    JSONMessageCase("a number too long", #"[{"a":1e400}]"#),
    JSONMessageCase("a text too long", "[\"\(String(repeating: "x", count: (4 << 20) + 1))\"]"),
    JSONMessageCase(
      "too many keys",
      "[{\((0...16_384).map { "\"k\($0)\":1" }.joined(separator: ","))}]"),
    JSONMessageCase(
      "out of proportion",
      "{\((0..<4000).map { "\"k\($0)\":1" }.joined(separator: ","))}\n"
        + String(repeating: "{}\n", count: 3000), .ndjson
    ).with { $0.columns = ["k1"] },
    JSONMessageCase(
      "too many paths",
      (0...4).map { part in
        "{\((0..<4000).map { "\"k\(part).\($0)\":1" }.joined(separator: ","))}"
      }.joined(separator: "\n"), .ndjson),
  ]

  static let tables: [JSONMessageCase] = [
    JSONMessageCase("a path that is none", "[]", .json(rows: "data.items")),
    JSONMessageCase(
      "a path that leads nowhere", #"{"data":{"items":[{"b":[]}],"other":[1]}}"#,
      .json(rows: "items[]")),
    JSONMessageCase("no list at all", #"{"a":1}"#, .json(rows: "items[]")),
    JSONMessageCase("a row that is no object", "[{\"a\":1},\n 7]"),
    JSONMessageCase("a row that is a personal text", #"["Smith"]"#).with { $0.isPersonal = true },
    JSONMessageCase("an inner list that is none", #"[{"b":7}]"#, .json(rows: "[].b[]")),
    JSONMessageCase("objects without inner rows", #"[{"b":[{"a":1}]},{}]"#, .json(rows: "[].b[]")),
    JSONMessageCase("a path that two values have", #"[{"a":{"b":1},"a.b":2}]"#),
    JSONMessageCase("a column that is not there", #"[{"b":{"a":1},"c":2}]"#),
    JSONMessageCase("a list of objects as a column", #"[{"a":[{"b":1}],"c":1}]"#),
    JSONMessageCase("an object over two lines", "{\"a\":1}\n{\"a\":\n2}\n", .ndjson),
    JSONMessageCase("a list on a line", "[{\"a\":1}]\n", .ndjson),
    JSONMessageCase("two objects on a line", "{\"a\":1} {\"a\":2}\n", .ndjson),
  ]

  static let releases: [JSONMessageCase] = [
    JSONMessageCase("no releases", #"{"data":[]}"#, .ocds(rows: "awards[]")),
    JSONMessageCase("a release without ocid", #"[{"id":"x"}]"#, .ocds(rows: "awards[]")),
    JSONMessageCase(
      "releases without dates", #"[{"ocid":"x"},{"ocid":"x","date":"2024-04-30"}]"#,
      .ocds(rows: "releases[]")),
    JSONMessageCase(
      "later releases",
      #"[{"ocid":"a","date":"2024-04-30T09:00:00Z"},{"ocid":"a","date":"2024-04-30T10:00:00Z"}]"#,
      .ocds(rows: "releases[]")
    ).with { $0.columns = ["ocid"] },
    JSONMessageCase("releases that differ", twins(#""v":1"#, #""v":2"#), .ocds(rows: "releases[]"))
      .with { $0.columns = ["ocid"] },
    JSONMessageCase(
      "releases that differ where a blank means something", twins(#""v":1"#, #""v":2"#),
      .ocds(rows: "releases[]")
    ).with { ($0.columns, $0.blank) = (["v"], .exclude) },
    JSONMessageCase(
      "releases that differ in their awards",
      twins(#""awards":[{"id":1}]"#, #""awards":[{"id":1},{"id":2}]"#), .ocds(rows: "awards[]")),
    JSONMessageCase(
      "too many accounts",
      (0...8).map { #"{"ocid":"a","date":"2024-04-30T09:00:00Z","v":\#($0)}"# }
        .joined(separator: "\n"), .ocds(rows: "releases[]")),
    JSONMessageCase(
      "releases without awards", #"[{"ocid":"a","awards":[{"a":1}]},{"ocid":"b"}]"#,
      .ocds(rows: "awards[]")
    ).with { $0.columns = ["ocid"] },
  ]
}

private func twins(_ one: String, _ other: String) -> String {
  let releases = [one, other].map { #"{"ocid":"a","date":"2024-04-30T09:00:00Z",\#($0)}"# }
  return "[" + releases.joined(separator: ",\n") + "]"
}
