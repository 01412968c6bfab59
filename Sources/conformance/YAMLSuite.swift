import Diagnostics
import JSONText
import YAMLSource

/// The YAML test suite: the language, as events and as values of the core schema.
///
/// A case that libyaml itself gets wrong, by the field `libyaml`, may come out right here or not.
struct YAMLSuite: Suite {
  func outcome(of one: Case) -> Outcome {
    guard let bytes = one.bytes("b64") else { return .failed("the case has no bytes") }
    let source = SourceText(name: one.id, utf8: bytes)
    guard let difference = eventDifference(one, source) ?? valueDifference(one, source) else {
      return .passed
    }
    return one.libyamlFault.map { .skipped($0) } ?? .failed(difference)
  }

  private func eventDifference(_ one: Case, _ source: SourceText) -> String? {
    do throws(DiagnosticList) {
      let events = try YAML.events(source)
      if one.isTrue("error") { return "accepted, and must be refused" }
      return difference(events.map(EventLine.text), one["tree"]?.items?.compactMap(\.text) ?? [])
    } catch {
      return one.isTrue("error") ? nil : "refused: \(error.rendered())"
    }
  }

  private func difference(_ found: [String], _ wanted: [String]) -> String? {
    for (index, line) in wanted.enumerated() {
      let other = index < found.count ? found[index] : "nothing"
      guard other.utf8.elementsEqual(line.utf8) else { return "event '\(other)', wanted '\(line)'" }
    }
    return found.count > wanted.count ? "event '\(found[wanted.count])', wanted nothing" : nil
  }

  private func valueDifference(_ one: Case, _ source: SourceText) -> String? {
    guard !one.isTrue("error"), let wanted = one["json"]?.items else { return nil }
    do throws(DiagnosticList) {
      let found = try YAML.documents(source)
      guard found.count == wanted.count else {
        return "\(found.count) documents, wanted \(wanted.count)"
      }
      return zip(found, wanted).lazy.compactMap(NodeComparison.difference).first
    } catch {
      return "refused as values: \(error.rendered())"
    }
  }
}

extension Case {
  /// What libyaml makes of the case, where that is not what the suite wants.
  fileprivate var libyamlFault: String? {
    let verdict = self["libyaml"]
    switch verdict?["events"]?.text {
    case "toostrict": return "libyaml, which reads for us, refuses this valid text"
    case "toolax": return "libyaml, which reads for us, accepts this invalid text"
    case "wrong": return "libyaml, which reads for us, reads this valid text otherwise"
    default: break
    }
    switch verdict?["json"]?.text {
    case "differs", "error": return "libyaml, which reads for us, gives another value"
    default: return nil
    }
  }
}
