import Foundation
import FoundationXML

/// What an XML parser makes of a JUnit file.
final class TestCases: NSObject, XMLParserDelegate {
  /// The attributes of elements, by name, in order.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The element inside each test case that says how it went; nil where it passed.
  private(set) var outcomes: [String?] = []

  var count: Int { outcomes.count }
  var packs: [String] {
    elements.filter { $0.name == "testcase" }.compactMap { $0.attributes["classname"] }
  }

  /// Parses a file; nil where it is not well-formed.
  init?(_ xml: String) {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
    if name == "testcase" { outcomes.append(nil) }
    if ["failure", "error", "skipped"].contains(name) { outcomes[outcomes.count - 1] = name }
  }

  /// The values of a number in all elements of a name.
  func numbers(_ attribute: String, of name: String) -> [Int?] {
    elements.filter { $0.name == name }.map { $0.attributes[attribute].flatMap { Int($0) } }
  }
}
