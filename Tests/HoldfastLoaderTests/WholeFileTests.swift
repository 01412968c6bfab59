import Diagnostics
import HoldfastLoader
import HoldfastModel
import Testing

/// What is said where one file stands in the place of another: one thing, not each of its keys.
@Suite struct WholeFileTests {
  private static let files = [
    ("pack: fair\nversion: 1.0.0\n", "a pack"),
    ("institution: Mossbank\ncurrency: GBP\n", "an institution's description"),
    ("proposal: laundry\nstage: award\n", "a proposal"),
    ("waivers:\n  - {}\n", "a file of waivers"), ("responses:\n  - {}\n", "a file of responses"),
    ("evidence:\n  - {}\n", "a file of evidence"), ("tests:\n  - {}\n", "a file of a pack's tests"),
  ]

  private static func loaded(_ place: String, _ text: String) -> [Diagnostic] {
    switch place {
    case "a pack": loadPack(text).diagnostics
    case "an institution's description": loadInstitution(text).diagnostics
    default: ProposalLoader().load(SourceText(name: "award.yaml", text: text)).diagnostics
    }
  }

  @Test(arguments: ["a pack", "an institution's description", "a proposal"], files)
  func theOtherIsNamed(_ place: String, _ file: (text: String, name: String)) {
    let found = Self.loaded(place, file.text)
    if place == file.name {
      #expect(!found.contains { $0.message.contains("is expected") })
    } else {
      #expect(found.map(\.message) == ["this is \(file.name), where \(place) is expected"])
    }
  }

  @Test func aKeyTooManyIsNoOtherFile() {
    let found = loadPack("pack: fair\nversion: 1.0.0\ninstitution: Mossbank\ncommitments: []\n")
    #expect(found.diagnostics.contains { $0.message == "unknown key 'institution' in the pack" })
  }
}
