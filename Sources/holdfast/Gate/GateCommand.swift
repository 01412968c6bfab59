import ArgumentParser

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
  @Option(help: "The file of reservations; DATA/reservations.log if left out.")
  var reservations: String?

  /// The name of the file in the data folder.
  static let usualName = "reservations.log"

  /// The path for an institution's folder.
  func path(in folder: String) -> String { reservations ?? "\(folder)/\(Self.usualName)" }
}
