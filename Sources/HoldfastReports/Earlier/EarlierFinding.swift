import Exact
import HoldfastModel
import JSONText

/// What a JSON report says of a finding that decides how another run stands to it: numbers as they
/// are printed, so that what nobody can see decides nothing.
struct EarlierFinding {
  let name: TextKey
  let commitment: String
  let verdict: Verdict
  private let terms: String?
  private let standing: Standing?
  private let bounds: Measurement.Bounds?
  private let minimum: Rational?
  private let maximum: Rational?

  /// Reads a finding; nil where the value is none.
  init?(_ json: JSONValue) {
    guard let name = json["finding_id"]?.text, let pack = json["pack"]?.text,
      let id = json["id"]?.text,
      let verdict = json["verdict"]?.text.flatMap(Verdict.init(rawValue:)),
      let measurement = json["measurement"], let target = json["target"]
    else { return nil }
    (self.name, commitment, self.verdict) = (TextKey(name), "\(pack)/\(id)", verdict)
    terms = json["terms_digest"]?.text
    standing = json["standing"]?.text.flatMap(Standing.init(rawValue:))
    // A standing that this version does not know may have stopped the run.
    if standing == nil, json["standing"]?.isNull == false { return nil }
    let ends = [measurement["lower"], measurement["upper"]].map(Self.number)
    if let lower = ends[0], let upper = ends[1], lower <= upper {
      bounds = Measurement.Bounds(lower, upper)
    } else {
      bounds = nil
    }
    minimum = Self.number(target["minimum"])
    maximum = Self.number(target["maximum"])
  }

  /// A decimal, or two with a stroke between them.
  private static func number(_ json: JSONValue?) -> Rational? {
    let parts = json?.text?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    let numbers = parts.compactMap { Decimal($0) }
    guard numbers.count == parts.count else { return nil }
    if numbers.count == 2 { return try? Rational(numbers[0], over: numbers[1]) }
    return numbers.count == 1 ? Rational(numbers[0]) : nil
  }

  /// How a miss of today stands to this finding.
  func standing(of now: EarlierFinding) -> Standing {
    guard let terms, terms == now.terms else { return .changed }
    // What stopped a run does not become usual because it was written down.
    if let standing, standing != .noWorse { return .worse }
    switch (verdict, now.verdict) {
    case (.fail, .fail), (.fail, .indeterminate), (.indeterminate, .indeterminate):
      return isFurther(now) ? .worse : .noWorse
    default: return .worse
    }
  }

  /// Whether the bound on the failing side moved away from the line, or lies where it did and the
  /// line moved away from it. Where there is no bound nobody can say that it did not.
  private func isFurther(_ now: EarlierFinding) -> Bool {
    guard let then = bounds, let bounds = now.bounds else { return true }
    let below = Self.isFurther(
      bounds.lower, then.lower, from: now.minimum, minimum, isFloor: true)
    let above = Self.isFurther(
      bounds.upper, then.upper, from: now.maximum, maximum, isFloor: false)
    return (now.minimum == nil && now.maximum == nil) || below || above
  }

  private static func isFurther(
    _ bound: Rational, _ oldBound: Rational, from line: Rational?, _ oldLine: Rational?,
    isFloor: Bool
  ) -> Bool {
    guard let line else { return false }
    guard let oldLine else { return true }
    let distance = { (line: Rational, bound: Rational) throws(ExactError) -> Rational in
      isFloor ? try line.subtracting(bound) : try bound.subtracting(line)
    }
    do throws(ExactError) {
      let now = try distance(line, bound)
      // A bound on the good side is none that fails.
      guard now >= .zero else { return false }
      // A line that was loosened makes no number better.
      return now > min(try distance(oldLine, oldBound), try distance(line, oldBound))
    } catch { return true }
  }
}
