import Foundation

/// Suites that stand beside the repository and are not part of it.
enum Conformance {
  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/conformance/cases")

  static func cases<Case: Decodable>(_ file: String) -> [Case] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: 0x0A).compactMap { try? decoder.decode(Case.self, from: $0) }
  }
}
