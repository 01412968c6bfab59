import Exact

extension Library {
  /// Points in time and lengths of time; `zones` knows the rules of named time zones.
  public static func times(zones: ZoneFinder?) -> Library {
    Library(
      name: "times", functions: [timestamp, duration] + getters.map { $0.function(zones) })
  }

  private static let timestamp = Function(
    name: "timestamp", doc: "A point in time from RFC 3339 text or from seconds since 1970.",
    example: "timestamp('2024-04-01T09:30:00Z').getHours() // 9",
    overloads: [
      .one("timestamp_to_timestamp", .timestamp, .timestamp) { value in
        if case .timestamp = value { value } else { .noSuchOverload }
      },
      .one("string_to_timestamp", .string, .timestamp) { value in
        guard case .string(let text) = value else { return .noSuchOverload }
        return Timestamp(text).map(Value.timestamp)
          ?? .failure("the text is not a point in time in range, as in 2024-04-01T09:30:00Z")
      },
      .one("int_to_timestamp", .int, .timestamp) { value in
        guard case .int(let seconds) = value else { return .noSuchOverload }
        return Timestamp(seconds: seconds).map(Value.timestamp) ?? timestampRange
      },
    ])

  private static let duration = Function(
    name: "duration", doc: "A length of time, as in '1h30m', '90s' or '1.5s'.",
    example: "duration('1h30m').getMinutes() // 90",
    overloads: [
      .one("duration_to_duration", .duration, .duration) { value in
        if case .duration = value { value } else { .noSuchOverload }
      },
      .one("string_to_duration", .string, .duration) { value in
        guard case .string(let text) = value else { return .noSuchOverload }
        return TimeSpan(text).map(Value.duration)
          ?? .failure("the text is not a duration in range, as in 1h30m or 90s")
      },
    ])

  private static let getters = [
    TimeGetter("getFullYear", "The year.", "2024") { $0.date.year },
    TimeGetter("getMonth", "The month, 0 for January.", "3") { $0.date.month - 1 },
    TimeGetter("getDate", "The day of the month, from 1.", "1") { $0.date.day },
    TimeGetter("getDayOfMonth", "The day of the month, from 0.", "0") { $0.date.day - 1 },
    TimeGetter("getDayOfWeek", "The day of the week, 0 for Sunday.", "1") { $0.date.weekday },
    TimeGetter("getDayOfYear", "The day of the year, from 0.", "91") { $0.date.dayOfYear },
    TimeGetter("getHours", "The hour of the day, or the whole hours of a duration.", "9") {
      $0.second / 3600
    } ofSpan: {
      $0.seconds / 3600
    },
    TimeGetter("getMinutes", "The minute, or the whole minutes of a duration.", "30") {
      $0.second / 60 % 60
    } ofSpan: {
      $0.seconds / 60
    },
    TimeGetter("getSeconds", "The second, or the whole seconds of a duration.", "0") {
      $0.second % 60
    } ofSpan: {
      $0.seconds
    },
    TimeGetter("getMilliseconds", "The milliseconds within the second.", "0") {
      $0.nanosecond / 1_000_000
    } ofSpan: {
      Int64($0.nanoseconds / 1_000_000 % 1000)
    },
  ]
}

/// A part of a point in time, of a date or of a length of time.
private struct TimeGetter: Sendable {
  let name: String
  let doc: String
  /// The value for 2024-04-01T09:30:00Z.
  let example: String
  let part: @Sendable (Parts) -> Int
  let spanPart: (@Sendable (TimeSpan) -> Int64)?

  struct Parts {
    let date: CivilDate
    var second = 0
    var nanosecond = 0
  }

  init(
    _ name: String, _ doc: String, _ example: String, _ part: @escaping @Sendable (Parts) -> Int,
    ofSpan spanPart: (@Sendable (TimeSpan) -> Int64)? = nil
  ) {
    (self.name, self.doc, self.example, self.part) = (name, doc, example, part)
    self.spanPart = spanPart
  }

  func function(_ zones: ZoneFinder?) -> Function {
    let read = part
    var overloads: [Overload] = [
      .one("timestamp_\(name)", .timestamp, .int, member: true) { value in
        guard case .timestamp(let time) = value else { return .noSuchOverload }
        return number(read, time, offset: 0)
      },
      .two("timestamp_\(name)_zone", .timestamp, .string, .int, member: true) { value, zone in
        guard case .timestamp(let time) = value, case .string(let zone) = zone else {
          return .noSuchOverload
        }
        guard let offset = ClockOffset.seconds(zone, at: time, zones) else {
          return .failure("the time zone is not known")
        }
        return number(read, time, offset: offset)
      },
    ]
    if let spanPart {
      overloads.append(
        .one("duration_\(name)", .duration, .int, member: true) { value in
          guard case .duration(let span) = value else { return .noSuchOverload }
          return .int(spanPart(span))
        })
    } else {
      overloads.append(
        .one("date_\(name)", .date, .int, member: true) { value in
          guard case .date(let date) = value else { return .noSuchOverload }
          return .int(Int64(read(Parts(date: date))))
        })
    }
    return Function(
      name: name, doc: doc, example: "timestamp('2024-04-01T09:30:00Z').\(name)() // \(example)",
      overloads: overloads)
  }

  private func number(
    _ read: @Sendable (Parts) -> Int, _ time: Timestamp, offset: Int
  ) -> Value {
    guard let (date, second) = time.civil(offset: offset) else { return timestampRange }
    let parts = Parts(date: date, second: second, nanosecond: Int(time.nanoseconds))
    return .int(Int64(read(parts)))
  }
}

/// How far clocks are ahead of UTC.
private enum ClockOffset {
  /// Seconds ahead for `UTC`, `+01:00`, `-02:30`, `02:00` or a named zone; nil for others.
  static func seconds(
    _ zone: String, at time: Timestamp, _ zones: ZoneFinder?
  ) -> Int? {
    if zone == "UTC" || zone == "Z" || zone.isEmpty { return 0 }
    var scan = ByteScanner(zone)
    let negative = scan.take(oneOf: "-")
    if !negative { _ = scan.take(oneOf: "+") }
    if let hours = scan.number(digits: 2), hours < 24, scan.take(oneOf: ":"),
      let minutes = scan.number(digits: 2), minutes < 60, scan.isAtEnd
    {
      return (negative ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    return zones?(zone)?.offset(at: time.seconds)
  }
}
