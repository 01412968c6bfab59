import Diagnostics

/// What a file is that is no plain text, by its first bytes and the names of its parts.
enum ArchiveKind {
  case workbook, binaryWorkbook, openDocument, otherZip, damagedZip, oldWorkbook, gzip

  /// Judges a file by its first bytes; nil where it is none of these.
  init?(_ beginning: [UInt8], _ file: OpenFile) {
    if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if beginning.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if beginning.starts(with: [0x50, 0x4B, 3, 4])
      || beginning.starts(with: [0x50, 0x4B, 5, 6])
    {
      self = (try? ZipArchive(.file(file), file: file.shownAs)).map(Self.init) ?? .damagedZip
    } else {
      return nil
    }
  }

  /// Judges a zip file by the names of its parts.
  init(_ archive: ZipArchive) {
    if archive.entry("content.xml") != nil, archive.entry("META-INF/manifest.xml") != nil {
      self = .openDocument
    } else if archive.entry("_rels/.rels") == nil {
      self = .otherZip
    } else if archive.entry("xl/workbook.bin") != nil {
      self = .binaryWorkbook
    } else {
      self = archive.names.contains { $0.hasPrefix("xl/") } ? .workbook : .otherZip
    }
  }

  /// That a file is this, and not what was declared.
  func refusal(_ file: String, wanted: String) -> Diagnostic {
    let (what, help) = words
    return Diagnostic(.error, "\(what), not \(wanted)", at: .file(file), help: help)
  }

  private var words: (what: String, help: String) {
    let save = "open it and save it as .xlsx, or the table as CSV UTF-8"
    switch self {
    case .workbook: return ("this is an Excel workbook", "declare format: { kind: xlsx }")
    case .binaryWorkbook: return ("this is a binary Excel workbook (.xlsb)", save)
    case .openDocument: return ("this is an OpenDocument file (.ods)", save)
    case .otherZip:
      return ("this is a zip archive", "unpack it and name the files that were in it")
    case .damagedZip:
      return (
        "this is a spreadsheet or an archive, and it is damaged", "copy or download it again"
      )
    case .oldWorkbook:
      return (
        "this is an old Excel workbook (.xls) or one with a password",
        "open it, take a password off if it has one, and save it as .xlsx"
      )
    case .gzip: return ("this is gzipped twice", "unpack it once")
    }
  }
}
