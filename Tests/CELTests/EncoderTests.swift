import CEL
import Testing

/// Base64 against RFC 4648's own examples and against a reading of whole texts bit by bit.
@Suite("encoders")
struct EncoderTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func encodesAndDecodesTheExamples(_ plain: String, _ coded: String) throws {
    #expect(try evaluate("base64.encode(b'\(plain)')").text == coded)
    let bare = coded.filter { $0 != "=" }
    for text in [coded, bare, coded.map { "\($0)\\r\\n" }.joined()] {
      let value = try evaluate("base64.decode('\(text)')")
      #expect(value.isEqual(to: .bytes(Array(plain.utf8))), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("+/+/", [0xFB, 0xFF, 0xBF]), ("////", [0xFF, 0xFF, 0xFF]), ("Zh==", [0x66]), ("Zh", [0x66]),
      ("\\n", []), ("Zg\\n=\\r=\\n", [0x66]),
    ] as [(String, [UInt8])])
  func decodes(_ text: String, _ bytes: [UInt8]) throws {
    #expect(try evaluate("base64.decode('\(text)')").isEqual(to: .bytes(bytes)))
  }

  @Test(arguments: [
    "Z", "Zm9vY", "Zg=", "Zg===", "Zm8==", "Zm9v=", "Zm9v====", "=", "==", "====", "Z===", "Z=g=",
    "Zm=v", "=Zm9", "-_-_", "Zm 9v", "Zm9é", "Zm9vYg==Zg==", "Zg==\\t",
  ])
  func refuses(_ text: String) throws {
    #expect(try failure("base64.decode('\(text)')") == "illegal base64 data")
  }

  @Test func whatIsEncodedIsDecoded() throws {
    var random = Steps(state: 5)
    for length in 0..<200 {
      let bytes = Value.bytes((0..<length).map { _ in UInt8(random.next() & 255) })
      let coded = try evaluate("base64.encode(x)", binding: ["x": bytes])
      #expect(coded.text?.utf8.count == (length + 2) / 3 * 4)
      #expect(try evaluate("base64.decode(x)", binding: ["x": coded]).isEqual(to: bytes))
    }
  }

  @Test func resultsAreBounded() throws {
    let bytes = Value.bytes([UInt8](repeating: 0, count: (1 << 24) / 4 * 3 + 1))
    let value = try evaluate("base64.encode(x)", binding: ["x": bytes])
    #expect(value.description == "error: the text would be too long")
  }

  @Test(arguments: ["base64.encode('a')", "base64.decode(b'Zg==')", "base64.decode(1)"])
  func takesNoOtherTypes(_ text: String) throws {
    #expect(try failure(text) == "no such overload")
    #expect(!issues(text).isEmpty)
  }
}
