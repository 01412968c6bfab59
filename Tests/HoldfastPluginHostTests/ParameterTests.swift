import HoldfastPluginHost
import JSONText
import Testing

/// A schema, a value, and what is wrong: a pointer and the beginning of a message; nil is nothing.
struct SchemaCase: CustomTestStringConvertible {
  let schema: String
  let value: String
  let wrong: String?

  init(_ schema: String, _ value: String, _ wrong: String? = nil) {
    (self.schema, self.value, self.wrong) = (schema, value, wrong)
  }

  var testDescription: String { "\(schema) \(value)" }

  private static let rate = """
    {"type":"object","additionalProperties":false,"required":["rate"],"properties":{
     "rate":{"type":"string","format":"decimal","minimum":0,"maximum":1},
     "bands":{"type":"array","items":{"type":"object","properties":{"limit":{"type":"integer"}}}}}}
    """

  static let all: [SchemaCase] = [
    // Kinds.
    .init(#"{"type":"integer"}"#, "1"), .init(#"{"type":"integer"}"#, "1.0"),
    .init(#"{"type":"integer"}"#, "1e2"), .init(#"{"type":"integer"}"#, "1.5", ": what stands"),
    .init(#"{"type":"integer"}"#, "true", ": what"), .init(#"{"type":"number"}"#, "1.5"),
    .init(#"{"type":["string","null"]}"#, "null"), .init(#"{"type":["string","null"]}"#, "0", ": "),
    .init("true", "1"), .init("false", "1", ": what stands under with may not be there"),
    .init("{}", "[]"),
    // Numbers are compared by what they are.
    .init(#"{"enum":[1,"a"]}"#, "1.0"), .init(#"{"enum":[1,"a"]}"#, "2", ": what"),
    .init(#"{"const":{"a":[1,2]}}"#, #"{"a":[1.0,2]}"#), .init(#"{"const":false}"#, "0", ": "),
    .init(#"{"const":"\u00e9"}"#, #""e\u0301""#, ": "),
    .init(#"{"minimum":0.1}"#, "0.1"), .init(#"{"minimum":0.1}"#, "0.09", ": "),
    .init(#"{"maximum":3}"#, "3.0001", ": "), .init(#"{"exclusiveMinimum":0}"#, "0", ": "),
    .init(#"{"exclusiveMaximum":1}"#, "0.999"), .init(#"{"exclusiveMaximum":1}"#, "1", ": "),
    .init(#"{"multipleOf":0.01}"#, "12.34"), .init(#"{"multipleOf":0.01}"#, "12.345", ": "),
    .init(#"{"multipleOf":0.1}"#, "0.3"), .init(#"{"minimum":5}"#, #""text""#),
    .init("{}", "123456789012345678901234567890123456789", ": a number has more than 38 digits"),
    // Texts: letters are counted, not bytes.
    .init(#"{"maxLength":2}"#, #""éé""#), .init(#"{"maxLength":1}"#, #""éé""#, ": "),
    .init(#"{"minLength":1}"#, #""""#, ": "), .init(#"{"pattern":"^[A-Z]{2}\\d+$"}"#, #""GB12""#),
    .init(#"{"pattern":"^[A-Z]{2}\\d+$"}"#, #""xGB12""#, ": "),
    .init(#"{"pattern":"b"}"#, #""abc""#),
    .init(#"{"format":"date"}"#, #""2024-02-29""#),
    .init(#"{"format":"date"}"#, #""2023-02-29""#, ": "),
    // Lists.
    .init(#"{"items":{"type":"integer"}}"#, "[1,2]"),
    .init(#"{"items":{"type":"integer"}}"#, #"[1,"2"]"#, "/1: item 2 of what"),
    .init(#"{"minItems":1}"#, "[]", ": "), .init(#"{"maxItems":1}"#, "[1,2]", ": "),
    .init(#"{"uniqueItems":true}"#, "[1,2,1.0]", ": "), .init(#"{"uniqueItems":true}"#, "[1,true]"),
    .init(#"{"uniqueItems":true}"#, #"[{"a":1,"b":2},{"b":2,"a":1}]"#, ": "),
    // Objects.
    .init(#"{"required":["a"]}"#, "{}", ": what stands under with lacks 'a'"),
    .init(#"{"required":["a"]}"#, "[]"),
    .init(#"{"properties":{"a":false}}"#, #"{"a":1}"#, "/a: 'a'"),
    .init(#"{"properties":{"a":{}},"additionalProperties":{"type":"null"}}"#, #"{"a":1,"b":null}"#),
    .init(#"{"properties":{"a~/b":{"type":"null"}}}"#, #"{"a~/b":1}"#, "/a~0~1b: "),
    .init(
      #"{"properties":{"minimum_coverage":{}},"additionalProperties":false}"#,
      #"{"minimum_covrage":1}"#, "/minimum_covrage: there is no parameter"),
    // Several.
    .init(#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "3", ": "),
    .init(#"{"anyOf":[{"type":"null"},{"minimum":5}]}"#, "4", ": "),
    .init(#"{"anyOf":[{"type":"null"},{"minimum":5}]}"#, "5"),
    .init(#"{"oneOf":[{"minimum":1},{"minimum":5}]}"#, "6", ": "),
    .init(#"{"oneOf":[{"minimum":1},{"minimum":5}]}"#, "4"),
    .init(#"{"not":{"type":"null"}}"#, "null", ": "), .init(#"{"not":{"type":"null"}}"#, "1"),
    .init(##"{"$defs":{"x":{"type":"null"}},"$ref":"#/$defs/x"}"##, "1", ": "),
    .init(##"{"$defs":{"x":{"type":"null"}},"$ref":"#/$defs/x"}"##, "null"),
    .init(
      ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##,
      #"{"next":{"next":{}}}"#),
    .init(
      ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##,
      #"{"next":{"next":{"x":1}}}"#, "/next/next/x: "),
    // Decimals: numbers of the pack are made into them.
    .init(rate, #"{"rate":"0.5"}"#), .init(rate, #"{"rate":0.5}"#), .init(rate, #"{"rate":"50%"}"#),
    .init(rate, #"{"rate":1.5}"#, "/rate: 'rate' has to be at most 1"),
    .init(rate, #"{"rate":"150%"}"#, "/rate: 'rate' has to be at most 1"),
    .init(rate, #"{"rate":"half"}"#, "/rate: 'rate' has to be an exact number"),
    .init(rate, #"{"rate":true}"#, "/rate: 'rate' has to be a text"),
    .init(rate, #"{"rate":1,"bands":[{"limit":1},{"limit":"x"}]}"#, "/bands/1/limit: 'limit'"),
  ]
}

@Suite struct Parameters {
  @Test(arguments: SchemaCase.all) func areHeldAgainstTheSchema(_ example: SchemaCase) throws {
    let schema = try ParameterSchema(JSONValue(example.schema))
    do {
      _ = try schema.prepared(JSONValue(example.value))
      #expect(example.wrong == nil)
    } catch let error as ParameterFaults {
      let fault = try #require(error.items.first)
      let wrong = try #require(example.wrong)
      #expect("\(fault.pointer): \(fault.message)".hasPrefix(wrong))
    }
  }

  /// What is not understood could change what is valid.
  @Test(arguments: [
    (#"{"minProperties":1}"#, "/minProperties: the keyword 'minProperties' is not one"),
    (#"{"if":{}}"#, "/if: "), (#"{"properties":{"a":{"kind":"text"}}}"#, "/properties/a/kind: "),
    (#"{"$id":"x"}"#, "/$id: "), (##"{"$ref":"#/properties/a"}"##, "/$ref: it refers to nothing"),
    (#"{"$ref":"https://example.org/x"}"#, "/$ref: it refers to nothing"),
    (#"{"$schema":"http://json-schema.org/draft-04/schema#"}"#, "/$schema: "),
    (#"{"format":"email"}"#, "/format: only the formats"), (#"{"type":"text"}"#, "/type: "),
    (#"{"type":[]}"#, "/type: "), (#"{"enum":[]}"#, "/enum: "), (#"{"enum":1}"#, "/enum: "),
    (#"{"minimum":"1"}"#, "/minimum: "),
    (#"{"multipleOf":0}"#, "/multipleOf: it is not above zero"),
    (#"{"minLength":-1}"#, "/minLength: "), (#"{"minLength":1.5}"#, "/minLength: "),
    (#"{"uniqueItems":1}"#, "/uniqueItems: "), (#"{"required":"a"}"#, "/required: "),
    (#"{"required":[1]}"#, "/required: "), (#"{"properties":[]}"#, "/properties: "),
    (#"{"anyOf":[]}"#, "/anyOf: "), (#"{"items":1}"#, "/items: a schema is an object"),
    ("1", "/: "),
    (#"{"pattern":"(?=a)"}"#, "/pattern: '(?' without ':' is not understood"),
    (#"{"pattern":"\\s"}"#, "/pattern: '\\s'"), (#"{"pattern":"\\1"}"#, "/pattern: '\\1'"),
    (#"{"pattern":"[[:alpha:]]"}"#, "/pattern: '[' inside"),
    (#"{"pattern":"a{2,1}"}"#, "/pattern: "),
    (#"{"pattern":"[]a]"}"#, "/pattern: ']' directly behind"), (#"{"pattern":"("}"#, "/pattern: "),
    (##"{"$ref":"#"}"##, "/: it refers to itself without end"),
    (
      ##"{"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}}"##,
      "/$defs/"
    ),
    (#"{"properties":{"a":{"maximum":3,"default":4}}}"#, "/properties/a: its default is not"),
    (#"{"$defs":[]}"#, "/$defs: "),
    (#"{"properties":{"a":{"$defs":{}}}}"#, "/properties/a/$defs: "),
    (#"{"const":123456789012345678901234567890123456789}"#, "/const: a number has more than 38"),
  ])
  func areRefusedWhereTheSchemaIsNotUnderstood(_ schema: String, _ wrong: String) throws {
    let error = try #require(throws: ParameterSchemaError.self) {
      try ParameterSchema(JSONValue(schema))
    }
    #expect("\(error.pointer): \(error.message)".hasPrefix(wrong))
  }

  @Test func areSentAsThePluginWantsThem() throws {
    let schema = try ParameterSchema(
      JSONValue(
        """
        {"type":"object","additionalProperties":false,"properties":{
          "a":{"type":"string","format":"decimal"},"b":{"type":"number"},
          "c":{"type":"array","items":{"$ref":"#/$defs/d"}}},
         "$defs":{"d":{"type":"string","format":"decimal"}}}
        """))
    let value = try JSONValue(#"{"b":0.50,"a":"12.5%","c":[1.50,"2",3e1]}"#)
    #expect(
      try schema.prepared(value).compactText == #"{"b":0.50,"a":"0.125","c":["1.5","2","30"]}"#)
  }

  @Test func haveDefaults() throws {
    let schema = try ParameterSchema(
      JSONValue(
        """
        {"type":"object","required":["b"],"properties":{
          "a":{"type":"string","format":"decimal","default":"50%"},
          "b":{"$ref":"#/$defs/d"},"c":{"properties":{"e":{"default":[]}}}},
         "$defs":{"d":{"type":"boolean","default":false}}}
        """))
    let value = try JSONValue(#"{"c":{}}"#)
    #expect(try schema.prepared(value).compactText == #"{"c":{"e":[]},"a":"0.5","b":false}"#)
    let endless = try ParameterSchema(
      JSONValue(##"{"properties":{"a":{"$ref":"#","default":{}}}}"##))
    #expect(try endless.prepared(.object()).compactText == #"{"a":{}}"#)
    let own = try JSONValue(#"{"b":true,"a":1}"#)
    #expect(try schema.prepared(own).compactText == #"{"b":true,"a":"1"}"#)
  }

  @Test func areListedForReaders() throws {
    let schema = try ParameterSchema(
      JSONValue(
        """
        {"type":"object","required":["a"],"properties":{
          "a":{"type":["integer","null"],"description":"how many","default":3},
          "b":{"type":"string","format":"date"}}}
        """))
    #expect(schema.properties.map(\.name) == ["a", "b"])
    #expect(schema.properties.map(\.isRequired) == [true, false])
    #expect(
      schema.properties.map(\.kind) == ["null or a whole number", "a day, such as 2024-04-01"])
    #expect(schema.properties[0].summary == "how many")
  }

  /// References that double the work at each step.
  @Test func areNotCheckedForEver() throws {
    let steps = (0..<40).map { step in
      "\"s\(step)\":{\"allOf\":[{\"$ref\":\"#/$defs/s\(step + 1)\"},{\"$ref\":\"#/$defs/s\(step + 1)\"}]}"
    }
    let text =
      "{\"$defs\":{\(steps.joined(separator: ",")),\"s40\":{}},\"not\":{\"$ref\":\"#/$defs/s0\"}}"
    let schema = try ParameterSchema(JSONValue(text))
    #expect(schema.faults(in: try JSONValue("1")).map(\.message) == ["it takes too long to check"])
  }

  @Test func tellsEveryMistake() throws {
    let schema = try ParameterSchema(
      JSONValue(#"{"required":["x"],"properties":{"a":{"minimum":1},"b":{"maxLength":1}}}"#))
    let faults = schema.faults(in: try JSONValue(#"{"a":0,"b":"long"}"#))
    #expect(faults.map(\.pointer) == ["", "/a", "/b"])
  }
}
