import CExpat
import Glibc

/// The attributes of an element. Valid only while the handler that was given them runs.
@safe struct XMLAttributes {
  /// Names and values in turn, ended by nil.
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.list = list }

  /// The value of an attribute without a namespace.
  subscript(_ name: String) -> String? {
    unsafe value { unsafe strcmp($0, name) == 0 }
  }

  /// The value of an attribute that names a relationship, `r:id`.
  var relationship: String? {
    unsafe value { name in
      Self.relationshipNames.contains { unsafe strcmp(name, $0) == 0 }
    }
  }

  private func value(where isWanted: (UnsafePointer<CChar>) -> Bool) -> String? {
    guard var at = unsafe list else { return nil }
    while let name = unsafe at.pointee {
      if unsafe isWanted(name) {
        return unsafe at[1].flatMap { unsafe String(validatingCString: $0) }
      }
      unsafe at += 2
    }
    return nil
  }

  private static let relationshipNames = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships\u{1}id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships\u{1}id",
  ]
}

extension XMLName {
  /// A name as expat gives it: the namespace, the separator, the local name.
  init(_ name: UnsafePointer<CChar>) {
    guard let end = unsafe strchr(name, Int32(XMLReader.separator)) else {
      self.init(space: .other, local: unsafe String(cString: name))
      return
    }
    let space = unsafe UnsafeRawBufferPointer(
      start: name, count: UnsafePointer(end) - name)
    self.init(
      space: unsafe Self.space(space), local: unsafe String(cString: UnsafePointer(end) + 1))
  }

  private static func space(_ name: UnsafeRawBufferPointer) -> Space {
    for (space, known) in spaces where known.count == name.count {
      guard let start = name.baseAddress else { break }
      if unsafe memcmp(start, known, known.count) == 0 { return space }
    }
    return .other
  }

  private static let spaces: [(Space, [UInt8])] = [
    (.sheet, "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (.sheet, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (.package, "http://schemas.openxmlformats.org/package/2006/relationships"),
  ].map { ($0, Array($1.utf8)) }
}
