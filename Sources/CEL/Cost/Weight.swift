/// How much of its arguments a function looks at.
enum Work: Sendable {
  /// No more than the first glance.
  case glance
  /// Texts, but not what lists and maps hold, as a look-up by key does.
  case texts
  /// The elements of a list but not what is in them.
  case surface
  /// Everything.
  case all

  /// By the last part of a function's name; one that is not listed looks at everything.
  static func of(_ function: String) -> Work {
    if glances.contains(function) { return .glance }
    if function == Operator.index || function == Operator.optionalIndex { return .texts }
    return surfaces.contains(function) ? .surface : .all
  }

  private static let glances: Set<String> = [
    "dyn", "type", "hasValue", "value", "of", "none", "known",
  ]
  private static let surfaces: Set<String> = [
    Operator.add, "size", "slice", "reverse", "first", "last", "unwrap", "unwrapOpt",
    "ofNonZeroValue",
  ]
}

extension Value {
  /// What a text weighs by itself; nothing for values of other types.
  var weight: Int { weight(.texts, limit: 0) }

  /// The steps that a function pays for looking at the value.
  @inline(__always)
  func weight(_ work: Work, limit: Int) -> Int {
    switch self {
    case .string(let text): work == .glance ? 0 : text.utf8.count >> 6
    case .bytes(let bytes): work == .glance ? 0 : bytes.count >> 6
    case .list, .map, .optional: wide(work, limit: limit)
    default: 0
    }
  }

  @inline(never)
  private func wide(_ work: Work, limit: Int) -> Int {
    switch work {
    case .glance, .texts: 0
    case .surface:
      switch self {
      case .list(let list): list.count
      case .map(let map): map.count
      default: 0
      }
    case .all: steps(limit: max(0, limit))
    }
  }

  /// The steps for looking at everything; one more than a limit where that is not enough.
  private func steps(limit: Int) -> Int {
    let bytes = limit.saturatedProduct(64)
    let bulk = bulk(limit: bytes)
    return bulk > bytes ? limit.saturatedSum(1) : bulk >> 6
  }

  /// Whether there are more bytes to show than a limit. Look before a value of strangers is shown:
  /// lists may hold each other many times over.
  public func isLarger(than bytes: Int) -> Bool { bulk(limit: bytes) > bytes }

  /// About how many bytes there are to look at. Lists may hold each other many times over, so the
  /// count stops once it is past a limit.
  func bulk(limit: Int) -> Int {
    switch self {
    case .string(let text): return text.utf8.count
    case .bytes(let bytes): return bytes.count
    case .optional(let held?): return held.bulk(limit: limit)
    case .list(let list):
      var sum = 64 * list.count
      for element in list where sum <= limit { sum += element.bulk(limit: limit - sum) }
      return sum
    case .map(let map):
      var sum = 64 * map.count
      for entry in map.entries where sum <= limit {
        sum += entry.key.bulk(limit: limit - sum) + entry.value.bulk(limit: limit - sum)
      }
      return sum
    default: return 0
    }
  }
}
