import JSONText

/// The Common Expression Language by cel-spec's own cases: what is refused, the types that the
/// checker finds, and the values.
struct CELSuite: Suite {
  func outcome(of one: Case) -> Outcome {
    if one["needs_proto"]?.text == "messages" {
      return .skipped("it needs protocol buffer test messages")
    }
    if one.isTrue("disable_macros") { return .skipped("macros cannot be switched off") }
    do throws(CELUnreadable) {
      return try CELCase(one).difference.map { .failed($0) } ?? .passed
    } catch {
      return .failed("the case cannot be read: \(error.message)")
    }
  }
}

/// That a case holds what the suite does not read. Such a case has failed.
struct CELUnreadable: Error {
  /// What cannot be read.
  let message: String
}
