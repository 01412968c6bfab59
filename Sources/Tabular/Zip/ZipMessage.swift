import Diagnostics

/// What is said about zip files, which Excel workbooks are, that cannot be read.
enum ZipMessage: Error {
  case tooLarge(Int64)
  case tooLargeUnpacked(Int)
  case noEnd
  case damaged(String)
  case severalDisks
  case tooManyEntries(Int)
  case password
  case method(Int, name: String)
  case badName(String)
  case twice(String)
  case overlap(String)
  case disagrees(String)
  case checksum(String)
  case tooMuch(String)
  case tooLargeEntry(String, limit: Int64)
  case noMemory

  func diagnostic(_ file: String) -> Diagnostic {
    Diagnostic(.error, words, at: .file(file), help: help)
  }

  private var words: String {
    switch self {
    case .tooLarge(let limit):
      "the workbook has more than \(limit >> 20) MiB, which is more than is read"
    case .tooLargeUnpacked(let limit):
      "the gzipped workbook unpacks to more than \(limit >> 20) MiB, which is more than is read"
    case .noEnd: "the workbook was cut off: the list of its parts, which ends it, is missing"
    case .damaged(let what): "the workbook is damaged: \(what)"
    case .severalDisks: "the workbook is one piece of several"
    case .tooManyEntries(let count): "the workbook has \(count) parts, which no workbook has"
    case .password: "the workbook is protected with a password"
    case .method(let method, let name):
      "the part '\(name)' of the workbook is packed in a way that is not read (method \(method))"
    case .badName(let name): "the workbook has a part with a name that leads elsewhere: '\(name)'"
    case .twice(let name): "the workbook has two parts called '\(name)'"
    case .overlap(let name): "the part '\(name)' of the workbook overlaps another"
    case .disagrees(let name):
      "the workbook is damaged: what it says of its part '\(name)' differs from what is there"
    case .checksum(let name):
      "the workbook is damaged: its part '\(name)' differs from its checksum"
    case .tooMuch(let name):
      "the part '\(name)' of the workbook unpacks to more than \(UnpackLimit.ratio) times its "
        + "size, which no table does"
    case .tooLargeEntry(let name, let limit):
      "the part '\(name)' of the workbook unpacks to more than \(limit >> 20) MiB, which is more "
        + "than is read"
    case .noMemory: "there is no memory left to unpack the workbook"
    }
  }

  private var help: String {
    switch self {
    case .tooLarge, .tooLargeEntry: "save the sheet as CSV UTF-8, or as several workbooks"
    case .tooLargeUnpacked: "unpack it and name the unpacked file"
    case .noEnd, .checksum, .disagrees: "copy or download the file again"
    case .damaged: "copy or download the file again, or open it and save it under another name"
    case .severalDisks: "join the pieces into one file"
    case .password: "open it, take the password off, and save it again"
    case .method: "open it in the spreadsheet program and save it again as .xlsx"
    case .tooManyEntries, .badName, .twice, .overlap, .tooMuch:
      "check where the file comes from; if it is right, open it and save it again as .xlsx"
    case .noMemory: "end other programs"
    }
  }
}
