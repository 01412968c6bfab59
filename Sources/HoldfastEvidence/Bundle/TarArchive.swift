/// Files in one, as `tar` reads them: POSIX ustar without extensions, owners and times, so that the
/// same files are always the same bytes.
package enum TarArchive {
  /// A file of the archive.
  package struct Member {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  private static let block = 512

  /// The bytes of the archive; nil where a name does not fit.
  package static func bytes(_ members: [Member]) -> [UInt8]? {
    var result: [UInt8] = []
    for member in members {
      guard let header = header(member) else { return nil }
      result += header + member.bytes
      result += [UInt8](repeating: 0, count: (block - member.bytes.count % block) % block)
    }
    return result + [UInt8](repeating: 0, count: 2 * block)
  }

  /// The files of an archive; nil where one byte of it is another than `bytes` would write.
  package static func members(_ archive: [UInt8]) -> [Member]? {
    var members: [Member] = []
    var place = 0
    while place + block <= archive.count, archive[place] != 0 {
      let header = archive[place..<place + block]
      guard let size = size(Array(header)) else { return nil }
      place += block
      guard size <= archive.count - place else { return nil }
      let (prefix, name) = (text(header.dropFirst(345).prefix(155)), text(header.prefix(100)))
      members.append(
        Member(
          name: prefix.isEmpty ? name : "\(prefix)/\(name)",
          bytes: Array(archive[place..<place + size])))
      place += (size + block - 1) / block * block
    }
    return bytes(members) == archive ? members : nil
  }

  private static func header(_ member: Member) -> [UInt8]? {
    guard let (prefix, name) = split(member.name) else { return nil }
    var header = [UInt8](repeating: 0, count: block)
    let put = { (text: String, place: Int, header: inout [UInt8]) in
      header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    put(name, 0, &header)
    put("0000644\0" + "0000000\0" + "0000000\0", 100, &header)
    put(octal(member.bytes.count, digits: 11) + "\0", 124, &header)
    put("00000000000\0", 136, &header)
    put("        ", 148, &header)
    put("0", 156, &header)
    put("ustar\0" + "00", 257, &header)
    put(prefix, 345, &header)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", 148, &header)
    return header
  }

  /// A name of up to 100 bytes, and what stands before it of up to 155.
  private static func split(_ name: String) -> (prefix: String, name: String)? {
    guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
    if name.utf8.count <= 100 { return ("", name) }
    for place in name.indices where name[place] == "/" {
      let (prefix, rest) = (String(name[..<place]), String(name[name.index(after: place)...]))
      if prefix.utf8.count <= 155, !rest.isEmpty, rest.utf8.count <= 100 { return (prefix, rest) }
    }
    return nil
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private static func size(_ header: [UInt8]) -> Int? {
    Int(text(header.dropFirst(124).prefix(11)), radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
