import Diagnostics
import Exact
import HoldfastModel

/// A day that exists, as `2024-04-01`; the first day there is for anything else, so that a slip of
/// the pen in a table fails its test.
func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate.range.lowerBound }

/// Random numbers that are the same in every run, by SplitMix64.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A row to show that differs from others by its number alone.
func witness(_ number: Int, measure: Decimal?, key: String = "") -> Witness {
  Witness(
    key: key, digest: String(number + 1_000_000, radix: 16), shown: [], measure: measure,
    file: "spend.csv", line: number, unknown: [])
}

/// A commitment with nothing but its name.
func commitment(_ id: String = "A-1") -> Commitment {
  let span = SourceSpan(source: SourceText(name: "pack.yaml", text: id), range: 0..<id.utf8.count)
  return Commitment(
    id: id, title: "A promise", check: Located("share", at: span),
    dataset: Located("spend", at: span), span: span)
}
