import Diagnostics
import JSONText

/// RFC 8259: what is JSON, what is none, and values exact to the last digit.
struct JSONSuite: Suite {
  func outcome(of one: Case) -> Outcome {
    guard let bytes = one.bytes("b64") else { return .failed("the case has no bytes") }
    let expect = one["expect"]?.text
    do throws(JSONError) {
      let found = try JSONValue(parsing: bytes)
      if expect == "refuse" { return .failed("accepted, and must be refused") }
      guard let wanted = one["value"] else { return .passed }
      return TypedValue.difference(found, wanted).map { .failed($0) } ?? .passed
    } catch {
      if expect != "accept" { return .passed }
      if case .doubleKey = error.kind, let wanted = one["value"], TypedValue.hasEqualKeys(wanted) {
        return .skipped("an object with two equal keys is refused on purpose, as it was")
      }
      return .failed("refused: \(error.diagnostic(file: one.id).rendered())")
    }
  }
}
