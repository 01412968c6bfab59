import Crypto
import Exact
import Tabular

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}

/// The SHA-256 digest of a text.
func digest(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

/// The first half of a SHA-256 digest: enough to tell keys and rows apart, of which there are many.
func shortDigest(_ bytes: [UInt8]) -> UInt128 { firstHalf(SHA256.hash(data: bytes)) }

/// The first sixteen bytes as one number.
func firstHalf(_ bytes: some Sequence<UInt8>) -> UInt128 {
  bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
}

extension Cell {
  /// Bytes that no other cell has.
  var distinctBytes: [UInt8] {
    switch self {
    case .unknown: [0]
    case .excluded: [1]
    case .text(let text): [2] + text.utf8
    case .bool(let value): [3, value ? 1 : 0]
    case .integer(let value): [4] + String(value).utf8
    case .decimal(let value): [5] + value.description.utf8
    case .date(let value): [6] + value.description.utf8
    case .timestamp(let seconds, let nanos): [7] + "\(seconds) \(nanos)".utf8
    case .fault: [8]
    }
  }
}
