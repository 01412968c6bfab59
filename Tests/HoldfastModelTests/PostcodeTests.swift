import HoldfastModel
import Testing

/// A cell and the postcode in it; nil where nobody can tell.
private let readings: [(cell: String, postcode: String?)] = [
  ("M3 1AA", "M3 1AA"),
  ("M30 1AA", "M30 1AA"),
  ("M31AA", "M3 1AA"),
  ("M301AA", "M30 1AA"),
  ("m5 4wt", "M5 4WT"),
  ("m54wt", "M5 4WT"),
  ("M5 4WT,", "M5 4WT"),
  ("M5 4WT.", "M5 4WT"),
  ("  M5   4WT  ", "M5 4WT"),
  ("EC1A 1BB", "EC1A 1BB"),
  ("W1A 0AX", "W1A 0AX"),
  ("SW1A2AA", "SW1A 2AA"),
  ("M3", "M3"),
  ("m30", "M30"),
  ("M30,", "M30"),
  ("EC1A", "EC1A"),
  // A sector on its own reads neither as M30 nor as M54.
  ("M3 0", nil),
  ("M5 4", nil),
  ("M3,0", nil),
  ("M 3", nil),
  ("", nil),
  (" ", nil),
  ("M", nil),
  ("3", nil),
  ("Various", nil),
  ("N/A", nil),
  ("T12 VP94", nil),
  ("D02 X285", nil),
  ("D6W F4EB", nil),
  ("02134", nil),
  ("75008", nil),
  ("M3 1A", nil),
  ("M3 AAA", nil),
  ("M3 1AA M3 1AB", nil),
  ("M3/M30", nil),
  ("MMM3 1AA", nil),
  ("M333 1AA", nil),
  ("Ｍ3 1AA", nil),
  ("M3\u{A0}1AA", nil),
  (String(repeating: " ", count: 40) + "M3 1AA", nil),
]

@Suite struct PostcodeTests {
  @Test(arguments: readings) func reads(_ cell: String, _ postcode: String?) {
    #expect(Postcode(cell)?.description == postcode)
  }

  @Test func splitsIntoItsTokens() {
    let code = Postcode("ec1a 1bb")
    #expect(code?.area == "EC")
    #expect(code?.outward == "EC1A")
    #expect(code?.inward == "1BB")
    #expect(Postcode("EC1A")?.inward == nil)
  }

  @Test func isTheSameHoweverItIsWritten() {
    let spellings = ["M5 4WT", "m5 4wt", "M54WT", "M5 4WT,", " M5  4WT "]
    #expect(Set(spellings.map { Postcode($0) }).count == 1)
  }
}
