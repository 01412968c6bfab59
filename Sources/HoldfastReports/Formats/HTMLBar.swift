import Exact
import HoldfastModel

/// A number beside its target as a picture: what is certain as a full bar, what is possible as a
/// band to its other bound, the target as a line with all that reaches it underlined.
struct HTMLBar {
  let finding: Finding

  /// The picture with its ends named; empty where there is no number.
  var text: String {
    guard let scale, let bounds = finding.toldBounds else { return "" }
    let zero = scale.place(.zero)
    let (low, high) = (scale.place(bounds.lower), scale.place(bounds.upper))
    var shapes = rect("track", 0, 1_000, y: 9, height: 18)
    shapes += rect("sure", min(zero, low), max(zero, low), y: 9, height: 18)
    if !bounds.isExact { shapes += rect("band", low, high, y: 9, height: 18) }
    let ends = self.ends.map { min(scale.place($0), 996) }
    if let target = finding.target ?? finding.measurement?.ownLine {
      let from = target.minimum.map { scale.place($0.value) } ?? 0
      let to = target.maximum.map { scale.place($0.value) } ?? 1_000
      shapes += rect("zone", from, to, y: 31, height: 4)
    }
    for end in ends { shapes += rect("line", end, end + 4, y: 2, height: 34) }
    return """
      <div class="bar hue-\(finding.verdict.rawValue)">\(aim(ends))
      <svg viewBox="0 0 1000 38" preserveAspectRatio="none" role="img" \
      aria-label="\(HTML.escaped(label))">\(shapes)</svg>
      <div class="axis" aria-hidden="true"><span>\(HTML.escaped(name(scale.from)))</span>\
      <span>\(HTML.escaped(name(scale.to)))</span></div></div>

      """
  }

  /// What the picture shows, in words.
  private var label: String {
    let target = finding.target.map { "; target \($0.text)" } ?? ""
    return "\(finding.verdict.words): \(CellText.figure(of: finding))\(target)"
  }

  private func rect(_ name: String, _ from: Int, _ to: Int, y: Int, height: Int) -> String {
    // What is there is seen, however little it is.
    let width = name == "sure" ? to - from : max(to - from, 3)
    guard width > 0 else { return "" }
    let place = "x=\"\(min(from, 1_000 - width))\" y=\"\(y)\""
    return "<rect class=\"\(name)\" \(place) width=\"\(width)\" height=\"\(height)\"/>"
  }

  /// The target's words over its line, on the side where there is room.
  private func aim(_ ends: [Int]) -> String {
    guard let target = finding.target, let place = ends.last else { return "" }
    let text = target.text.unicodeScalars.count > 40 ? "target" : "target \(target.text)"
    let side =
      place <= 500
      ? "style=\"margin-left:\(percent(place))\""
      : "style=\"margin-left:auto;margin-right:\(percent(1_000 - place - 4))\""
    let name = "<span \(side)>\(HTML.escaped(text))</span>"
    return "<div class=\"aim\" aria-hidden=\"true\">\(name)</div>"
  }

  private func percent(_ place: Int) -> String {
    Decimal(coefficient: Int128(max(0, place)), scale: 1).description + "%"
  }

  private func name(_ value: Rational) -> String {
    guard let unit = finding.measurement?.unit else { return "" }
    if case .money(let code) = unit, let amount = try? value.rounded(scale: 2, .halfEven) {
      return Figures.shortMoney(amount, code)
    }
    // The ends of a scale are mostly round: `100%`.
    if unit == .share, let short = try? value.rounded(scale: 2, .halfEven), Rational(short) == value
    {
      return Figures.percent(short)
    }
    return Figures.text(value, unit)
  }

  /// Where the target lies, at its strictest and at its most lenient.
  private var ends: [Rational] {
    guard let target = finding.target ?? finding.measurement?.ownLine else { return [] }
    let all = [
      target.minimum, target.maximum, target.lenient?.minimum, target.lenient?.maximum,
    ].compactMap { $0?.value }
    return Set(all).sorted()
  }

  private var scale: Scale? {
    guard let measurement = finding.measurement, let bounds = finding.toldBounds else { return nil }
    var values = ends + [.zero, bounds.lower, bounds.upper]
    if measurement.unit == .share { values.append(Rational(1)) }
    if [.breaches, .repeats].contains(measurement.form) {
      values.append(Rational(measurement.rows))
    }
    guard let from = values.min(), let to = values.max() else { return nil }
    return Scale(from: from, to: to)
  }

  /// From the smallest number of a picture to the largest.
  private struct Scale {
    let from: Rational
    let to: Rational
    private let length: Rational

    init?(from: Rational, to: Rational) {
      guard from < to, let length = try? to.subtracting(from) else { return nil }
      (self.from, self.to, self.length) = (from, to, length)
    }

    /// A place from 0 to 1,000; numbers too long to divide stand at the end that they are nearer to.
    func place(_ value: Rational) -> Int {
      guard let part = try? value.subtracting(from).divided(by: length),
        let thousandths = try? part.multiplied(by: Rational(1_000)).rounded(scale: 0, .halfEven)
      else { return value > from ? 1_000 : 0 }
      return min(max(Int(clamping: thousandths.coefficient), 0), 1_000)
    }
  }
}
