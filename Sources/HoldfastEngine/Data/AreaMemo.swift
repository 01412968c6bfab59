import HoldfastExpressions
import HoldfastModel
import Synchronization

/// Remembers what an area said of a text: a ledger names few places many times.
final class AreaMemo: Sendable {
  private let test: AreaTest
  private let answers = Mutex<[TextKey: Bool?]>([:])

  /// How many texts are remembered.
  private static let limit = 100_000

  init(_ test: @escaping AreaTest) { self.test = test }

  /// Whether the text lies in the area; nil where it cannot be told.
  func contains(_ text: String) -> Bool? {
    answers.withLock { answers in
      let key = TextKey(text)
      if let answer = answers[key] { return answer }
      let answer = test(text)
      if answers.count < Self.limit { answers[key] = .some(answer) }
      return answer
    }
  }
}
