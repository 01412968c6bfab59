extension Value: CustomStringConvertible {
  /// The value as CEL would write it: `"text"`, `[1, 2]`, `date("2024-04-01")`.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .int(let int): String(int)
    case .uint(let uint): "\(uint)u"
    case .double(let double): double.isFinite ? double.description : double.plain
    case .string(let text): quoted(text)
    case .bytes(let bytes): quoted(bytes)
    case .list(let list): "[" + list.map(\.description).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .timestamp(let time): "timestamp(\"\(time)\")"
    case .duration(let span): "duration(\"\(span)\")"
    case .type(let type): type.name
    case .decimal(let decimal): "decimal(\"\(decimal)\")"
    case .date(let date): "date(\"\(date)\")"
    case .optional(let value): value.map { "optional.of(\($0))" } ?? "optional.none()"
    case .opaque(let value): value.description
    case .unknown(let unknown):
      "unknown(" + unknown.attributes.joined(separator: ", ") + ")"
    case .error(let error): "error: \(error.message)"
    }
  }
}

extension Double {
  /// The number as CEL's `string()` writes it: `1`, `0.5`, `1e+06`, `NaN`, `+Inf`: the fewest digits
  /// that tell it from all others, with an exponent below -4 and from 6 on.
  var plain: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
    guard self != 0 else { return sign == .minus ? "-0" : "0" }
    let (digits, exponent) = magnitude.shortest
    let minus = self < 0 ? "-" : ""
    guard (-4..<6).contains(exponent) else {
      let rest = digits.dropFirst()
      let power = String(exponent.magnitude)
      return minus + digits.prefix(1) + (rest.isEmpty ? "" : ".\(rest)")
        + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" : "") + power
    }
    if exponent < 0 { return minus + "0." + String(repeating: "0", count: -1 - exponent) + digits }
    let whole = digits.prefix(exponent + 1)
    let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
    let rest = digits.dropFirst(exponent + 1)
    return minus + whole + zeros + (rest.isEmpty ? "" : ".\(rest)")
  }

  /// The fewest digits of a positive number, without zeros around them, and the power of ten of the
  /// first.
  private var shortest: (digits: String, exponent: Int) {
    let parts = description.split(separator: "e", maxSplits: 1)
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let (whole, fraction) = (number[0], number.count > 1 ? number[1] : "")
    let all = whole + fraction
    let zeros = all.prefix { $0 == "0" }.count
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var digits = all.dropFirst(zeros)
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), whole.count - 1 - zeros + power)
  }
}

/// A text as a literal in double quotes.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      result += "\\u" + hex(scalar.value, width: 4)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Bytes as a literal: printable ASCII as it is, the rest as `\xNN`.
func quoted(_ bytes: [UInt8]) -> String {
  var result = "b\""
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      result += "\\" + String(UnicodeScalar(byte))
    case 0x20..<0x7F: result += String(UnicodeScalar(byte))
    default: result += "\\x" + hex(UInt32(byte), width: 2)
    }
  }
  return result + "\""
}

private func hex(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
