import Diagnostics
import HoldfastModel

/// A commitment of which only the checker matters, and its options.
func promise(_ keyword: String, _ options: [String: CheckerOption.Value] = [:]) -> Commitment {
  let span = SourceSpan(source: SourceText(name: "t", text: ""), range: 0..<0)
  var result = Commitment(
    id: "X", title: "", check: Located(keyword, at: span), dataset: Located("rows", at: span),
    span: span)
  result.options = options
  return result
}
