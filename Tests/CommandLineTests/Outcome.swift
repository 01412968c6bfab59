import Foundation
import Testing

/// What a run of the binary came to.
struct Outcome {
  let arguments: [String]
  let exit: Int32
  /// Whether a signal ended it, as a crash does.
  let isSignal: Bool
  let out: String
  let err: String
  let peakKilobytes: Int

  /// Standard output and standard error, as a person sees them.
  var text: String { out + err }

  /// The same with every stretch of blanks and line ends as one blank, so that wrapping of lines
  /// is no part of what a test asks for.
  var flat: String { Self.flat(text) }

  static func flat(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
  }

  /// Expects an exit code and phrases in what was printed.
  func expect(
    exit code: Int32, _ phrases: [String] = [], never: [String] = [],
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(!isSignal, "ended by signal \(exit)\n\(text)", sourceLocation: place)
    #expect(exit == code, "\(arguments)\n\(text)", sourceLocation: place)
    let flat = flat
    for phrase in phrases {
      let isSaid = flat.contains(Self.flat(phrase))
      #expect(isSaid, "\(phrase) is not said in\n\(text)", sourceLocation: place)
    }
    for phrase in never {
      let isSaid = flat.contains(Self.flat(phrase))
      #expect(!isSaid, "\(phrase) is said in\n\(text)", sourceLocation: place)
    }
  }

  /// Standard output as JSON.
  func json() throws -> JSONValue { try JSONValue(out) }
}
