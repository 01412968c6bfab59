import Exact

extension Library {
  /// Civil dates. Their parts are read with the getters of points in time.
  public static let dates = Library(
    name: "dates",
    functions: [
      Function(
        name: "date", doc: "A date from text, or the date of a point in time in UTC.",
        example: "date('2024-04-01') - date('2024-03-01') // duration('744h')",
        overloads: [
          .one("date_to_date", .date, .date) { $0 },
          .one("string_to_date", .string, .date) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            return CivilDate(text).map(Value.date)
              ?? .failure("the text is not a date that exists, as in 2024-04-01")
          },
          .one("timestamp_to_date", .timestamp, .date) { value in
            guard case .timestamp(let time) = value else { return .noSuchOverload }
            return time.civil().map { .date($0.date) } ?? dateRange
          },
        ])
    ])
}
