import Diagnostics
import JSONText
import YAMLSource

/// Files made to hurt whoever reads them, read as files of commitments are.
struct YAMLAttackSuite: Suite {
  func bounds(of one: Case) -> Bounds? {
    guard let seconds = one["max_seconds"]?.integer, let mebibytes = one["max_mib"]?.integer else {
      return nil
    }
    return Bounds(seconds: seconds, mebibytes: mebibytes)
  }

  func outcome(of one: Case) -> Outcome {
    guard let bytes = bytes(of: one) else { return .failed("the case has no bytes") }
    let expect = one["expect"]?.text
    do throws(DiagnosticList) {
      let root = try YAML.parse(SourceText(name: one.id, utf8: bytes))
      if expect == "refuse" { return .failed("accepted, and must be refused") }
      return valueDifference(root, one).map { .failed($0) } ?? .passed
    } catch {
      let words = error.rendered()
      if words.isEmpty { return .failed("refused without a word") }
      return expect == "accept" ? .failed("refused: \(words)") : .passed
    }
  }

  /// The bytes by their recipe: texts, or bytes in base64, each with how often it is repeated.
  private func bytes(of one: Case) -> [UInt8]? {
    guard let parts = one["parts"]?.items else { return nil }
    var bytes: [UInt8] = []
    for part in parts {
      guard let items = part.items, items.count == 2, let count = items[1].integer, count >= 0,
        let unit = items[0].text.map({ Array($0.utf8) })
          ?? items[0]["b64"]?.text.flatMap(Array.init(base64:))
      else { return nil }
      for _ in 0..<count { bytes += unit }
    }
    return bytes
  }

  private func valueDifference(_ root: YAMLNode, _ one: Case) -> String? {
    if let special = one["special"]?.text { return specialDifference(root, special) }
    guard let documents = (one["json"] ?? one["literal"])?.items else { return nil }
    guard let wanted = documents.first, documents.count == 1 else {
      return "read as one document, and there are \(documents.count)"
    }
    return NodeComparison.difference(root, wanted)
  }

  /// Numbers that JSON cannot write stand under the only key.
  private func specialDifference(_ root: YAMLNode, _ special: String) -> String? {
    guard case .mapping(let entries) = root.kind, let entry = entries.first,
      case .scalar(let scalar) = entry.value.kind, case .float(let found) = scalar.resolved
    else { return "no number" }
    let isRight =
      switch special {
      case ".inf": found == .infinity
      case "-.inf": found == -.infinity
      default: found.isNaN
      }
    return isRight ? nil : "\(found), wanted \(special)"
  }
}
