/// Reads the tables that Scripts/make-unicode-tables writes.
enum UnicodeTable {
  /// Calls `body` with each word of a table.
  static func words(_ text: StaticString, _ body: (Substring.UTF8View) -> Void) {
    for word in text.description.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      body(word)
    }
  }

  /// Numbers to the base 36 with dots between.
  static func numbers(_ word: Substring.UTF8View) -> [UInt32] {
    word.split(separator: UInt8(ascii: ".")).map { number in
      number.reduce(0) { value, digit in
        value * 36 + UInt32(digit) - (digit < UInt8(ascii: "a") ? 48 : 87)
      }
    }
  }

  /// A table of names and ranges. Names begin with a capital, which no number does.
  static func sets(_ text: StaticString) -> [String: [ClosedRange<UInt32>]] {
    var result: [String: [ClosedRange<UInt32>]] = [:]
    var name = ""
    var ranges: [ClosedRange<UInt32>] = []
    var place: UInt32 = 0
    words(text) { word in
      if let first = word.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
        result[name] = ranges
        (name, ranges, place) = (String(Substring(word)), [], 0)
      } else {
        let numbers = numbers(word)
        let start = place + (numbers.first ?? 0)
        place = start + (numbers.count > 1 ? numbers[1] : 0)
        ranges.append(start...place)
      }
    }
    result[name] = ranges
    result[""] = nil
    return result
  }
}
