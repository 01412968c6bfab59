import ArgumentParser
import HoldfastEvidence
import HoldfastModel

/// `holdfast gate`
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Say what an award would do to commitments, before it is made.",
    discussion: """
      The gate decides on the effect of an award, never on the merit of bids.

      Examples:
        holdfast gate laundry.yaml pack.yaml --data northgate
        holdfast gate laundry.yaml pack.yaml --data northgate --tallies northgate.tally
        holdfast gate laundry.yaml pack.yaml --data northgate --alternative bid-b --reserve L-17
        holdfast gate settle L-17 --data northgate

      Exit codes: 0 approve, 1 reject, 2 refer to a person, 3 something could not be evaluated,
      64 wrong use of the command line. Of several alternatives the worst decides.
      """,
    subcommands: [Judge.self, Release.self, Settle.self, ListReservations.self],
    defaultSubcommand: Judge.self)
}

/// Where reservations are kept.
struct ReservationOptions: ParsableArguments {
  @Option(
    help: """
      The log that holds reservations. If left out, that of holdfast.yaml, or else \
      DATA/reservations.log.
      """)
  var reservations: String?

  /// The name of the file in the data folder.
  static let usualName = "reservations.log"

  /// What the command line leaves out is taken from the project.
  mutating func validate() throws {
    if reservations == nil { reservations = ProjectFile.here.project.log }
  }

  /// The path for an institution's folder.
  func path(in folder: String) -> String { reservations ?? "\(folder)/\(Self.usualName)" }

  /// The reservations for an institution's folder; what is written now is said to be written at a
  /// moment.
  func store(in folder: String, at moment: String) -> ReservationLog {
    ReservationLog(path: path(in: folder), at: moment)
  }
}
