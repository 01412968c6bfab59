/// Which parts of a workbook belong to a part: its relationships.
final class Relationships: XMLHandler {
  struct Link {
    let id: String
    /// The last word of its type, such as `worksheet`; empty for types that are nobody's here.
    let kind: String
    /// The path inside the package; nil where it leads out of it.
    let part: String?
  }

  /// The folder that targets are relative to.
  private let folder: [Substring]
  private(set) var links: [Link] = []
  private var depth = 0

  /// Relationships of the part with this path; of the package where it is empty.
  init(of part: String) { folder = part.split(separator: "/").dropLast() }

  /// Where the relationships of a part stand.
  static func path(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels/\(part[part.index(after: slash)...]).rels"
  }

  /// The first link of a kind.
  func first(_ kind: String) -> Link? { links.first { $0.kind == kind } }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    depth += 1
    guard name.space == .package else { throw .unexpected("it is no list of relationships") }
    guard depth == 2, name.local == "Relationship" else { return }
    guard let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { throw .unexpected("a relationship has no id, type or target") }
    let isInside = (attributes["TargetMode"] ?? "Internal") == "Internal"
    links.append(
      Link(id: id, kind: Self.kind(type), part: isInside ? part(target) : nil))
  }

  func close(_ name: XMLName) { depth -= 1 }

  func text(_ bytes: Span<UInt8>) {}

  private static func kind(_ type: String) -> String {
    for start in [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
      "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    ] where type.hasPrefix(start) {
      return String(type.dropFirst(start.count))
    }
    return ""
  }

  /// A target as a path inside the package; nil where it climbs out, or is an address.
  private func part(_ target: String) -> String? {
    guard !target.utf8.contains(where: { $0 == 0x3A || $0 == 0x5C || $0 < 0x20 }) else {
      return nil
    }
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard !steps.isEmpty else { return nil }
        steps.removeLast()
      default: steps.append(step)
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}
