/// What a part of a pattern compiles to: steps that are run from the first to past the last.
///
/// The callers hold lengths to a limit before they build; nothing here can grow without them.
struct Fragment {
  private(set) var code: [Instruction]
  /// How many copies counted repetitions make of what they copy most often.
  private(set) var copies = 1
  /// Whether it may match without taking a character.
  private(set) var isNullable: Bool

  init(_ code: [Instruction] = [], isNullable: Bool = true) {
    self.code = code
    self.isNullable = isNullable
  }

  /// One part after the other.
  init(sequence parts: [Fragment]) {
    code = parts.flatMap(\.code)
    copies = parts.reduce(1) { max($0, $1.copies) }
    isNullable = parts.allSatisfy(\.isNullable)
  }

  /// One of several parts, and rather an earlier one.
  init(options: [Fragment]) {
    self.init(sequence: [])
    copies = options.reduce(1) { max($0, $1.copies) }
    isNullable = options.contains(where: \.isNullable)
    var rest = Self.length(ofOptions: options)
    code.reserveCapacity(rest)
    for option in options.dropLast() {
      let length = option.code.count + 2
      code.append(.split(1, Int32(length)))
      code += option.code
      rest -= length
      code.append(.jump(Int32(rest + 1)))
    }
    if let last = options.last { code += last.code }
  }

  /// How long the fragment of so many options is.
  static func length(ofOptions options: [Fragment]) -> Int {
    options.reduce(max(0, options.count - 1) * 2) { $0 + $1.code.count }
  }

  /// A group that is asked for: what it holds is remembered.
  var marked: Fragment {
    var result = self
    result.code = [.mark(isEnd: false)] + code + [.mark(isEnd: true)]
    return result
  }
}

/// How often a part may stand.
struct Repetition {
  let least: Int
  /// Nil where there is no limit.
  let most: Int?
  /// Whether it rather stops than goes on.
  var isLazy = false
}

extension Fragment {
  /// How many copies there would be of what is copied most often.
  func copies(_ repetition: Repetition) -> Int {
    if repetition.most == 0 { return 1 }
    return copies * max(1, repetition.most ?? repetition.least)
  }

  /// How long the repeated fragment would be.
  func length(_ repetition: Repetition) -> Int {
    if code.isEmpty { return 0 }
    guard let most = repetition.most else {
      return repetition.least == 0 ? code.count + 2 : code.count * repetition.least + 1
    }
    return code.count * most + most - repetition.least
  }

  /// The part repeated. Nothing stays nothing however often it stands.
  func repeated(_ repetition: Repetition) -> Fragment {
    var result = Fragment(isNullable: isNullable || repetition.least == 0)
    result.copies = copies(repetition)
    guard !code.isEmpty else { return result }
    result.code.reserveCapacity(length(repetition))
    if let most = repetition.most {
      for _ in 0..<repetition.least { result.code += code }
      result.addOptional(code, most - repetition.least, repetition)
    } else {
      result.addEndless(self, repetition)
    }
    return result
  }

  /// Parts that may be left out: each is entered, or all that follow are passed over.
  private mutating func addOptional(
    _ part: [Instruction], _ count: Int, _ repetition: Repetition
  ) {
    for left in stride(from: count, to: 0, by: -1) {
      code.append(repetition.fork(1, past: left * (part.count + 1)))
      code += part
    }
  }

  /// `x{n,}` is `x` so many times less one and then `x+`. `x*` is a loop; but where `x` may be
  /// empty it is `(?:x+)?`, as in RE2, so that of the ways through `x` the first one counts.
  private mutating func addEndless(_ part: Fragment, _ repetition: Repetition) {
    let length = part.code.count
    if repetition.least == 0 {
      code.append(repetition.fork(1, past: length + 2))
      code += part.code
      let again = repetition.fork(-length, past: 1)
      code.append(part.isNullable ? again : .jump(Int32(-length - 1)))
    } else {
      for _ in 0..<repetition.least { code += part.code }
      code.append(repetition.fork(-length, past: 1))
    }
  }
}

extension Repetition {
  /// Goes on with the repeated part or past it.
  fileprivate func fork(_ inside: Int, past: Int) -> Instruction {
    isLazy ? .split(Int32(past), Int32(inside)) : .split(Int32(inside), Int32(past))
  }
}
