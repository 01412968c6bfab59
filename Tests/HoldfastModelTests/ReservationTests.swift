import Exact
import HoldfastModel
import Testing

@Suite("Reservations")
struct ReservationTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func reservation(
    _ id: String, _ decided: String, _ until: String, of institution: String = "N",
    _ value: String = "10.00"
  ) throws -> Reservation {
    Reservation(
      id: id, institution: institution, proposal: "p", alternative: "a",
      decided: try day(decided), until: try day(until),
      shares: [TextKey("s1"): try #require(Decimal(value))], adds: [], replaces: [], new: [])
  }

  /// Four reservations of one institution, and one of another.
  private static func book() throws -> ReservationBook {
    var book = ReservationBook()
    for (id, until) in [
      ("open", "2026-01-31"), ("past", "2025-02-28"), ("given_back", "2026-01-31"),
      ("paid", "2026-01-31"),
    ] {
      #expect(book.add(try reservation(id, "2025-01-10", until)))
    }
    #expect(book.add(try reservation("other", "2025-01-10", "2026-01-31", of: "M")))
    #expect(book.end("given_back", .release, on: try day("2025-03-01")))
    #expect(book.end("paid", .settle, on: try day("2025-03-01")))
    return book
  }

  @Test(arguments: [
    ("2025-02-28", ["open", "past", "paid"]), ("2025-03-01", ["open"]), ("2026-01-31", ["open"]),
    ("2026-02-01", []),
  ])
  func holdUntilTheyEnd(_ day: String, _ names: [String]) throws {
    let open = try Self.book().open(for: "N", on: Self.day(day))
    #expect(open.map(\.id) == names)
  }

  @Test(arguments: [("2025-04-30", "20.00"), ("2025-02-28", "30.00"), ("2026-01-10", nil)])
  func addUpForTwelveMonths(_ day: String, _ sum: String?) throws {
    let awarded = try Self.book().awarded(by: "N", upTo: Self.day(day))
    #expect(awarded[TextKey("s1")]?.description == sum)
  }

  @Test func namesAreTakenOnce() throws {
    var book = try Self.book()
    #expect(!book.add(try Self.reservation("open", "2025-01-10", "2026-01-31")))
    #expect(!book.end("paid", .release, on: try Self.day("2025-04-01")))
    #expect(!book.end("nobody", .release, on: try Self.day("2025-04-01")))
    #expect(book.entries.count == 5)
  }

  @Test func whatIsSettledMeanwhileIsNotInTheData() throws {
    let earlier = try Self.book()
    var later = earlier
    #expect(later.end("open", .settle, on: try Self.day("2025-03-01")))
    #expect(later.add(try Self.reservation("new", "2025-03-01", "2026-01-31")))
    #expect(later.end("new", .settle, on: try Self.day("2025-03-01")))
    let day = try Self.day("2025-03-01")
    #expect(later.open(for: "N", on: day).isEmpty)
    #expect(later.beside(dataOf: earlier).open(for: "N", on: day).map(\.id) == ["open", "new"])
  }
}
