import Diagnostics
import Exact
import HoldfastModel

/// A finding of a commitment in the pack `cleveland`.
func finding(
  _ id: String, _ title: String, _ verdict: Verdict, _ cause: Cause? = nil,
  level: Enforcement.Level = .block, group: String? = nil, pack: String = "cleveland",
  _ change: (inout Finding) -> Void = { _ in }
) -> Finding {
  let place = span("packs/\(pack).yaml", "- id: \(id)", 6..<6 + id.utf8.count)
  var promise = Commitment(
    id: id, title: title, check: Located("share", at: place), dataset: Located("spend", at: place),
    span: place)
  promise.enforcement = Enforcement(check: level)
  var result = Finding(
    pack: Pack(id: pack, title: pack, version: "1.0.0", span: place), commitment: promise,
    group: group, verdict: verdict,
    definition: FindingDefinition(
      condition: "local", among: "category != \"payroll\"", measure: "amount",
      definitions: ["local": "supplier.postcode in area(\"home\")"], digest: "sha256:00"))
  result.definition.lookups = ["suppliers"]
  result.cause = cause
  result.period = Period(from: day("2024-04-01"), to: day("2025-03-31"))
  change(&result)
  return result
}

/// A share of money between two bounds.
func share(_ lower: Rational, _ upper: Rational) -> Measurement {
  var result = Measurement(.quotient, unit: .share)
  result.bounds = Measurement.Bounds(lower, upper)
  result.numerator = number("29108132.05")
  result.denominator = number("208515951.29")
  (result.rows, result.selected, result.certain) = (349, 349, 349)
  return result
}

/// A measurement of another form and unit.
func measured(
  _ form: Measurement.Form, _ unit: Measurement.Unit, _ lower: Rational, _ upper: Rational
) -> Measurement {
  var result = Measurement(form, unit: unit)
  result.bounds = Measurement.Bounds(lower, upper)
  (result.rows, result.selected, result.certain) = (1_200, 1_200, 1_200)
  return result
}

/// Rows that breach a rule, between two bounds.
func breaches(_ lower: Int128, _ upper: Int128) -> Measurement {
  var result = measured(.breaches, .rows, fraction(lower), fraction(upper))
  result.countsRows = true
  result.ownLine = noBreach
  return result
}

let noBreach = TargetLine(.atMost, [.zero], text: "no breach")

let quarter = TargetLine(.atLeast, [fraction(1, 4)], text: ">= 25%")

extension Finding {
  /// What a share says of 20 rows whose supplier nobody can place.
  mutating func leaveUnknown(_ rows: Int, _ sum: String) {
    measurement?.unknownRows = rows
    measurement?.unknown = number(sum)
    measurement?.knownRowsOnly = fraction(1764, 10_000)
    unknownColumns = [(name: "supplier_postcode", rows: rows)]
    currency = "GBP"
    target = quarter
  }
}
