/// Where the rows of a JSON text are: `[]` for a list that is the whole text, `data.items[]` for
/// one under keys, `orders[].lines[]` for lists within the items of another.
public struct RowsPath: Sendable, Hashable {
  /// The path as written.
  public let text: String
  /// The keys that lead to each list, from the whole text or from an item of the list before.
  let steps: [[String]]

  /// How many lists may be one within another.
  private static let limit = 16

  /// Reads a path; nil where it does not end in `[]`, or has an empty key.
  public init?(_ text: String) {
    var steps: [[String]] = []
    var keys: [String] = []
    for (index, part) in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
      let isList = part.hasSuffix("[]")
      let key = isList ? part.dropLast(2) : part
      guard !key.contains("["), !key.contains("]") else { return nil }
      if key.isEmpty {
        guard index == 0, isList else { return nil }
      } else {
        keys.append(String(key))
      }
      if isList {
        steps.append(keys)
        keys = []
      }
    }
    guard keys.isEmpty, !steps.isEmpty, steps.count <= Self.limit else { return nil }
    self.text = text
    self.steps = steps
  }
}
