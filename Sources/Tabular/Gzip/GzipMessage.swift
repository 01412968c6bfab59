import Diagnostics

/// What is said about gzipped files that cannot be unpacked.
enum GzipMessage {
  case cutOff
  case damaged(String)
  case followed(offset: Int64)
  case tooMuch
  case noMemory

  private static let again = "copy or download the file again"

  func diagnostic(_ file: String) -> Diagnostic {
    let (message, help): (String, String) =
      switch self {
      case .cutOff: ("the gzip file was cut off: it ends before its content does", Self.again)
      case .damaged(let why): ("the gzip file is damaged: \(Self.plain(why))", Self.again)
      case .followed(let offset):
        (
          "something that is not gzip follows the end of the gzip data, at byte offset \(offset)",
          "make the file again with gzip alone"
        )
      case .tooMuch:
        (
          "the gzip file unpacks to more than \(UnpackLimit.ratio) times its size, "
            + "which no table does",
          "check where the file comes from; if it is right, unpack it "
            + "and name the unpacked file"
        )
      case .noMemory: ("there is no memory left to unpack the gzip file", "end other programs")
      }
    return Diagnostic(.error, message, at: .file(file), help: help)
  }

  private static func plain(_ why: String) -> String {
    switch why {
    case "incorrect data check": "its content differs from its checksum"
    case "incorrect length check": "its content differs from its length"
    case "header crc mismatch": "its head differs from its checksum"
    default: why
    }
  }
}
