import ArgumentParser
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastEvidence
import HoldfastLoader
import HoldfastModel
import Tabular

/// What the commands on reservations are told.
struct EndOptions: ParsableArguments {
  @Option(help: "The folder with institution.yaml.")
  var data: String?

  @OptionGroup var place: ReservationOptions

  @Option(help: "The day that is written down, as 2025-03-31; today if left out.")
  var asOf: String?

  /// The folder, which a project may name.
  private var folder: String { (data ?? ProjectFile.here.project.data ?? ".").withoutSlash }

  func validate() throws {
    guard data != nil || ProjectFile.here.project.data != nil else {
      throw ValidationError(
        "Name the institution's folder: --data FOLDER, or write data: in holdfast.yaml.")
    }
    if let asOf, CivilDate(asOf) == nil {
      throw ValidationError("'\(asOf)' is no date; write --as-of 2025-03-31.")
    }
  }

  /// Whose reservations they are.
  func institution() throws(DiagnosticList) -> Institution {
    let (institution, problems) = Inputs.institution(data: folder, file: nil)
    try DiagnosticList(problems).throwIfErrors()
    guard let institution else { throw DiagnosticList(problems) }
    return institution
  }

  /// The day to write down.
  func day(in institution: Institution) throws(DiagnosticList) -> CivilDate {
    let today: CivilDate
    do throws(Diagnostic) { today = try Today.date(in: institution) } catch {
      throw DiagnosticList([error])
    }
    guard let day = asOf.flatMap({ CivilDate($0) }) else { return today }
    guard day <= today else {
      throw DiagnosticList([
        Diagnostic(
          .error, "\(day) is yet to come, and what it will bring nobody knows",
          help: "name today or a day before with --as-of")
      ])
    }
    return day
  }

  var store: ReservationLog {
    place.store(in: folder, at: Today.text(Surroundings.secondsSince1970()))
  }

  /// Ends a reservation and says so.
  func end(_ name: String, _ end: ReservationEnd) throws {
    do throws(DiagnosticList) {
      let institution = try institution()
      let day = try day(in: institution)
      let store = store
      let (isNew, warnings) = try store.transaction { (book) throws(DiagnosticList) in
        try ReservationEnding(name, end, on: day, by: institution.name).events(after: book)
      }
      complain(warnings)
      let word = end == .release ? "released" : "settled"
      do throws(Diagnostic) {
        try Surroundings.writeOutput("\(name): \(isNew ? "" : "was already ")\(word)\n")
      } catch { throw DiagnosticList([error]) }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }
}

extension GateCommand {
  /// `holdfast gate release`
  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "release", abstract: "Give the room of a reserved award back: it is not made.")

    @Argument(help: "The name of the reservation.")
    var name: String

    @OptionGroup var options: EndOptions

    func run() throws { try options.end(name, .release) }
  }

  /// `holdfast gate settle`
  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "settle",
      abstract: "Say that a reserved award is in the data now, so that it counts there.")

    @Argument(help: "The name of the reservation.")
    var name: String

    @OptionGroup var options: EndOptions

    func run() throws { try options.end(name, .settle) }
  }

  /// `holdfast gate list`
  struct ListReservations: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what is reserved, and what became of it.")

    @OptionGroup var options: EndOptions

    func run() throws {
      do throws(DiagnosticList) {
        let institution = try options.institution()
        let day = try options.day(in: institution)
        let (book, warnings) = try options.store.book()
        complain(warnings)
        let lines = book.entries.filter { $0.reservation.institution == institution.name }
          .map { Self.line($0, on: day) }
        do throws(Diagnostic) {
          try Surroundings.writeOutput(
            lines.isEmpty ? "nothing is reserved\n" : lines.joined())
        } catch { throw DiagnosticList([error]) }
      } catch {
        complain(error.items)
        throw ExitCode.notEvaluated
      }
    }

    private static func line(_ entry: ReservationBook.Entry, on day: CivilDate) -> String {
      let item = entry.reservation
      let state: String
      switch (entry.end, entry.ended) {
      case (.release?, let ended?): state = "released on \(ended)"
      case (.settle?, let ended?): state = "settled on \(ended)"
      default:
        state = day <= item.until ? "reserved until \(item.until)" : "expired on \(item.until)"
      }
      return Diagnostic.printable(
        "\(item.id): \(item.proposal), \(item.alternative); \(state)", limit: 400) + "\n"
    }
  }
}
