import HoldfastModel
import Testing

/// What an author writes, and the token it is; nil where it is none.
private let spellings: [(text: String, token: Postcode.Token?)] = [
  ("M", .area("M")),
  ("sw", .area("SW")),
  ("M3", .outward("M3")),
  ("m30", .outward("M30")),
  ("EC1A", .outward("EC1A")),
  ("M3 1", .sector("M3", "1")),
  ("ec1a  1", .sector("EC1A", "1")),
  ("M3 1AA", .full("M3", "1AA")),
  ("m31aa", .full("M3", "1AA")),
  ("", nil),
  ("MMM", nil),
  ("3", nil),
  ("M 3", nil),
  ("M3 1A", nil),
  ("M3 12", nil),
  ("M3 1 AA B", nil),
  ("Manchester", nil),
  ("É", nil),
]

/// Whether a postcode lies in a token; nil where it is too short to tell.
private let memberships: [(token: String, postcode: String, isInside: Bool?)] = [
  ("M", "M3 1AA", true),
  ("M", "M30 1AA", true),
  ("M", "M3", true),
  ("M", "ME1 1AA", false),
  ("M", "SM1 1AA", false),
  ("M3", "M3 1AA", true),
  ("M3", "M3", true),
  ("M3", "M30 1AA", false),
  ("M3", "M30", false),
  ("M30", "M3 0AA", false),
  ("M30", "M3", false),
  ("EC1", "EC1A 1BB", false),
  ("EC1A", "EC1 1BB", false),
  ("M3 1", "M3 1AA", true),
  ("M3 1", "M3 2AA", false),
  ("M3 1", "M31 1AA", false),
  ("M3 1", "M30 1AA", false),
  ("M3 1", "M3", nil),
  ("M3 1", "M30", false),
  ("M3 1AA", "m31aa", true),
  ("M3 1AA", "M3 1AB", false),
  ("M3 1AA", "M3", nil),
  ("M3 1AA", "M31", false),
]

@Suite struct PostcodeTokenTests {
  @Test(arguments: spellings) func reads(_ text: String, _ token: Postcode.Token?) {
    #expect(Postcode.Token(text) == token)
  }

  @Test(arguments: spellings.compactMap(\.token)) func readsBackWhatItWrites(
    _ token: Postcode.Token
  ) {
    #expect(Postcode.Token(token.text) == token)
  }

  @Test(arguments: memberships) func contains(
    _ text: String, _ postcode: String, _ isInside: Bool?
  ) throws {
    let token = try #require(Postcode.Token(text))
    #expect(try token.contains(#require(Postcode(postcode))) == isInside)
  }

  @Test(
    arguments: [
      (["M3", "M5 4"], "M3 1AA", true),
      (["M3", "M5 4"], "M5 4WT", true),
      (["M3", "M5 4"], "M5 3WT", false),
      (["M3", "M5 4"], "M5", nil),
      (["M5 4", "M5"], "M5", true),
      (["M5 4", "M6"], "M7", false),
      ([], "M7", false),
    ] as [([String], String, Bool?)])
  func aListContains(_ tokens: [String], _ postcode: String, _ isInside: Bool?) throws {
    let code = try #require(Postcode(postcode))
    #expect(tokens.compactMap { Postcode.Token($0) }.contains(code) == isInside)
  }
}
