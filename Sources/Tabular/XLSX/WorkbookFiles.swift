import Diagnostics

/// Reads the XML parts of a workbook.
struct WorkbookFiles {
  private let archive: ZipArchive

  init(_ archive: ZipArchive) { self.archive = archive }

  /// The path of the part that lists the sheets.
  func main() throws(Diagnostic) -> String {
    let kind = ArchiveKind(archive)
    guard case .workbook = kind else {
      throw kind.refusal(archive.file, wanted: "an .xlsx workbook")
    }
    let links = Relationships(of: "")
    try read("_rels/.rels", SheetLimit.part, links)
    guard let link = links.first("officeDocument") else {
      throw XLSXMessage.missingPart("xl/workbook.xml", archive.file)
    }
    guard let part = link.part else {
      throw XLSXMessage.elsewhere("the list of sheets", archive.file)
    }
    return part
  }

  /// A part that must be there.
  func entry(_ path: String) throws(Diagnostic) -> ZipEntry {
    guard let entry = archive.entry(path) else {
      throw XLSXMessage.missingPart(path, archive.file)
    }
    return entry
  }

  /// Reads a part that a workbook need not have.
  func read(
    _ link: Relationships.Link?, _ limit: Int64, _ handler: any XMLHandler
  ) throws(Diagnostic) {
    guard let link else { return }
    guard let path = link.part else { throw XLSXMessage.elsewhere("a part", archive.file) }
    try read(path, limit, handler)
  }

  /// Reads a part from beginning to end.
  func read(
    _ path: String, _ limit: Int64, _ handler: any XMLHandler
  ) throws(Diagnostic) {
    let stream = try PartStream(archive, try entry(path), limit, handler)
    while try stream.advance() {}
  }
}

/// Feeds a part of a workbook to what takes its elements, block by block.
final class PartStream {
  private let part: String
  private let file: String
  private let content: ZipStream
  private let reader: XMLReader
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var isAtEnd = false

  init(
    _ archive: ZipArchive, _ entry: ZipEntry, _ limit: Int64, _ handler: any XMLHandler
  ) throws(Diagnostic) {
    (part, file) = (entry.name, archive.file)
    content = try archive.open(entry, limit: limit)
    do throws(XMLFault) { reader = try XMLReader(handler) } catch {
      throw XLSXMessage.part(error, entry.name, archive.file)
    }
  }

  /// Feeds one block; false at the end, when the part was found to be whole.
  func advance() throws(Diagnostic) -> Bool {
    guard !isAtEnd else { return false }
    let count = try content.fill(&buffer)
    isAtEnd = count < buffer.count
    do throws(XMLFault) { try reader.feed(buffer, count, isLast: isAtEnd) } catch {
      throw XLSXMessage.part(error, part, file)
    }
    return true
  }
}
