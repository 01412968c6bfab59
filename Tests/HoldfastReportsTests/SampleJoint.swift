import Exact
import HoldfastModel
import HoldfastReports

/// Three institutions side by side: what can be compared, what cannot, and what is held together.
extension Sample {
  static let joint = JointReport(
    reports: [
      institution("Aldwick Council", "M", fraction(3, 10), fraction(3, 10)),
      institution("Bramley <University> & Sons", "M", fraction(1, 5), fraction(2, 5)),
      institution("=Corve", "L", fraction(1, 10), fraction(1, 10)),
    ],
    joint: [
      finding("CLE-3", "A million goes to small firms together", .fail) {
        $0.measurement = measured(.sum, .money("GBP"), fraction(700_000), fraction(999_999))
        ($0.target, $0.currency, $0.isJoint) = (million, "GBP", true)
        $0.parts = ["Aldwick Council", "=Corve"].map { name in
          (name, spending(.notApplicable, 350_000, 500_000))
        }
      }
    ])

  private static let million = TargetLine(.atLeast, [fraction(1_000_000)], text: ">= £1m")

  private static func institution(
    _ name: String, _ home: String, _ lower: Rational, _ upper: Rational
  ) -> Report {
    var result = report
    result.institution = name
    result.findings = [
      promised("CLE-1", "A quarter is near", lower, upper, Term("the area 'home'", home)),
      promised("CLE-2", "A quarter is green", lower, upper, Term("the currency", "GBP")),
      spending(.notApplicable, 350_000, 500_000),
    ]
    if home == "L" { result.findings.append(broken) }
    return result
  }

  private static func promised(
    _ id: String, _ title: String, _ lower: Rational, _ upper: Rational, _ term: Term
  ) -> Finding {
    let bounds = Measurement.Bounds(lower, upper)
    return finding(id, title, quarter.verdictInWords(bounds)) {
      $0.measurement = share(lower, upper)
      ($0.target, $0.currency, $0.terms) = (quarter, "GBP", [term])
      $0.cause = $0.verdict == .indeterminate ? .straddles : nil
    }
  }

  private static func spending(
    _ verdict: Verdict, _ lower: Int128, _ upper: Int128
  ) -> Finding {
    finding("CLE-3", "A million goes to small firms together", verdict) {
      $0.measurement = measured(.sum, .money("GBP"), fraction(lower), fraction(upper))
      ($0.cause, $0.currency) = (.heldJointly, "GBP")
    }
  }

  private static var broken: Finding {
    finding("CLE-4", "Every order has a contract", .error) { $0.cause = .errors }
  }
}

extension TargetLine {
  fileprivate func verdictInWords(_ bounds: Measurement.Bounds) -> Verdict {
    if contains(bounds.lower), contains(bounds.upper) { return .pass }
    return contains(bounds.upper) ? .indeterminate : .fail
  }
}
