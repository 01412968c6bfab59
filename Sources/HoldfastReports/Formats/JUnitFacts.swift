import Diagnostics
import Exact
import HoldfastModel

/// What a finding is as a test case of JUnit XML.
struct JUnitCase {
  let finding: Finding

  /// What the case is called.
  var name: String {
    // Readers take a line end in an attribute for a blank.
    PlainText.line(finding.id + (finding.group.map { "[\($0)]" } ?? ""))
  }

  /// What stands inside its element.
  enum Content {
    case nothing
    case output
    case element(String)
  }

  /// What the verdict is to a pipeline.
  var content: Content {
    switch (finding.verdict, finding.enforcement.check) {
    // A pipeline that reads no more than the element must not take a miss for a pass.
    case (.fail, .block) where finding.standing == .noWorse: .element("skipped")
    case (.indeterminate, .block) where finding.standing == .noWorse: .element("skipped")
    case (.pass, _): .nothing
    case (.error, _), (.indeterminate, .block): .element("error")
    case (.fail, .block): .element("failure")
    case (.waived, _), (.notApplicable, _): .element("skipped")
    case (.fail, _), (.indeterminate, _): .output
    }
  }

  /// All that there is to say of it.
  var text: String {
    let errors = DiagnosticList(finding.errors).rendered()
    return "\(finding.title)\n\(Explanation(finding: finding).paragraph)\n" + errors
      + "\(finding.place.file):\(finding.place.line)"
  }

  /// The element of a verdict that is no pass; nothing for others.
  func write(indent: Int, to sink: inout some TextOutputStream) {
    guard case .element(let element) = content else { return }
    let type = element == "skipped" ? "" : " type=\"holdfast.\(finding.verdict.rawValue)\""
    let message = XML.escaped(Explanation(finding: finding).summary)
    sink.write(
      String(repeating: " ", count: indent) + "<\(element) message=\"\(message)\"\(type)>"
        + "\(XML.escaped(text))</\(element)>\n")
  }

  /// Its numbers and terms, by name.
  var facts: [(String, String)] {
    var facts: [(String, String)] = [("verdict", finding.verdict.rawValue)]
    if let measurement = finding.measurement, let bounds = measurement.bounds {
      let text = { (value: Rational, end: Figures.End) in
        Figures.text(value, measurement.unit, end, against: finding.target)
      }
      if bounds.isExact { facts.append(("measured", text(bounds.lower, .value))) }
      facts.append(("lower_bound", text(bounds.lower, .lower)))
      facts.append(("upper_bound", text(bounds.upper, .upper)))
    }
    if let target = finding.target { facts.append(("target", target.text)) }
    if let period = finding.period {
      facts.append(("period", "\(period.from.map(\.description) ?? "start") to \(period.to)"))
    }
    if let owner = finding.owner { facts.append(("owner", owner)) }
    facts.append(("enforcement", finding.enforcement.check.rawValue))
    if let standing = finding.standing { facts.append(("standing", standing.rawValue)) }
    return facts + Explanation(finding: finding).waiverFacts
  }
}

/// How many cases came to what.
struct JUnitCounts {
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0

  /// Those of findings, and of so many things that an earlier report has and the run has not.
  init(_ findings: [Finding], gone: Int = 0) {
    tests = findings.count + gone
    errors = gone
    for finding in findings {
      switch JUnitCase(finding: finding).content {
      case .element("failure"): failures += 1
      case .element("error"): errors += 1
      case .element: skipped += 1
      case .nothing, .output: break
      }
    }
  }

  /// As attributes of a document.
  var total: String { "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\"" }
  /// As attributes of a suite.
  var all: String { total + " skipped=\"\(skipped)\"" }
}

/// The findings of one pack.
struct JUnitSuite {
  let name: String
  private(set) var findings: [Finding]

  /// A suite a pack.
  static func all(_ findings: [Finding], _ prefix: String) -> [JUnitSuite] {
    var suites: [JUnitSuite] = []
    for finding in findings {
      if suites.last?.findings.first?.pack == finding.pack {
        suites[suites.count - 1].findings.append(finding)
      } else {
        suites.append(JUnitSuite(name: prefix + finding.pack, findings: [finding]))
      }
    }
    return suites
  }
}
