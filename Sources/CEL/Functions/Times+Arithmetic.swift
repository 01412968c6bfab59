import Exact

/// Sums of points in time, dates and lengths of time.
func timeSum(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.timestamp(let time), .duration(let span)), (.duration(let span), .timestamp(let time)):
    Timestamp(totalNanoseconds: time.totalNanoseconds + span.nanoseconds).map(Value.timestamp)
      ?? timestampRange
  case (.duration(let a), .duration(let b)):
    TimeSpan(nanoseconds: a.nanoseconds + b.nanoseconds).map(Value.duration) ?? durationRange
  case (.date(let date), .duration(let span)), (.duration(let span), .date(let date)):
    moved(date, by: span.nanoseconds)
  default: .noSuchOverload
  }
}

/// Differences of points in time, dates and lengths of time.
func timeDifference(_ left: Value, _ right: Value) -> Value {
  switch (left, right) {
  case (.timestamp(let a), .timestamp(let b)):
    TimeSpan(nanoseconds: a.totalNanoseconds - b.totalNanoseconds).map(Value.duration)
      ?? durationRange
  case (.timestamp(let time), .duration(let span)):
    Timestamp(totalNanoseconds: time.totalNanoseconds - span.nanoseconds).map(Value.timestamp)
      ?? timestampRange
  case (.duration(let a), .duration(let b)):
    TimeSpan(nanoseconds: a.nanoseconds - b.nanoseconds).map(Value.duration) ?? durationRange
  case (.date(let a), .date(let b)):
    TimeSpan(seconds: (Int64(a.days) - Int64(b.days)) * 86_400).map(Value.duration)
      ?? durationRange
  case (.date(let date), .duration(let span)): moved(date, by: -span.nanoseconds)
  default: .noSuchOverload
  }
}

let timestampRange = Value.failure("timestamp out of range")
let durationRange = Value.failure("duration out of range")
let dateRange = Value.failure("date out of range")

private func moved(_ date: CivilDate, by nanoseconds: Int128) -> Value {
  let (days, rest) = nanoseconds.quotientAndRemainder(dividingBy: 86_400 * 1_000_000_000)
  guard rest == 0 else {
    return .failure("a date moves by whole days, and the duration is not a multiple of 24h")
  }
  return date.adding(days: Int(days)).map(Value.date) ?? dateRange
}
