import Diagnostics
import Exact
import HoldfastModel
import HoldfastReports

/// A day that exists; the first day there is for anything else, which no golden file holds.
func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate.range.lowerBound }

/// A number as written; zero for anything else.
func number(_ text: String) -> Decimal { Decimal(text) ?? .zero }

/// A fraction; zero where the denominator is.
func fraction(_ top: Int128, _ bottom: Int128 = 1) -> Rational {
  (try? Rational(top, bottom)) ?? .zero
}

/// A row to show.
func witness(_ name: String, _ measure: String?, line: Int = 7) -> Witness {
  Witness(
    key: "", digest: "ab\(line)", shown: [name], measure: measure.map(number),
    file: "spend/2024-04.csv", line: line, unknown: ["supplier_postcode"])
}

/// Rows with what they add up to.
func rows(_ count: Int, _ sum: String) -> RowSum {
  var result = RowSum()
  try? result.sum.add(number(sum))
  result.rows = count
  return result
}

func rendered(_ report: Report, _ reporter: some Reporter) -> String {
  var text = ""
  reporter.render(report, to: &text)
  return text
}

/// A text with the place of its bytes.
func span(_ name: String, _ text: String, _ range: Range<Int>) -> SourceSpan {
  SourceSpan(source: SourceText(name: name, text: text), range: range)
}
