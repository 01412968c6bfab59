import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// What a checker outside the program made of rows that it read.
typealias RowClaim = Result<Measurement, Diagnostic>

extension Conclusion {
  /// What a checker outside the program measures: what it made of the rows, or makes of sums.
  func claimed(
    _ slice: Slice, _ groups: [OutsideGroup], _ missing: MissingRule,
    _ direction: CheckerContext.Direction?
  ) throws(Diagnostic) -> Measurement {
    var measurement: Measurement
    if commitment.readsOutside {
      measurement = try readClaim()
    } else {
      let checker = try outside.checker(of: promise)
      var settled: [OutsideGroup] = []
      for group in groups {
        do throws(ExactError) {
          let slice = try group.slice.settled(missing, direction, for: aggregates)
          settled.append(OutsideGroup(group.name, slice))
        } catch { throw tooLarge }
      }
      measurement = try checker.conclude(settled, commitment.outsideContext(in: dataset))
    }
    if promise.outside?.comparesGroups == true {
      // A row whose group is unknown is told with every group, and is one row.
      (measurement.selected, measurement.certain) = (slice.selected, slice.certain)
    }
    measurement.countsRows = measurement.unit == .rows
    if let plugin = promise.outside?.declaration.plugin, measurement.bounds != nil {
      measurement.remarks.insert("The number is what the plugin '\(plugin)' claims.", at: 0)
    }
    return measurement
  }

  private func readClaim() throws(Diagnostic) -> Measurement {
    switch claim {
    case .success(var measurement)?:
      if hasChoices {
        measurement.remarks.append(
          "Whether a choice decides this verdict was not worked out: the plugin reads the rows.")
      }
      return measurement
    case .failure(let problem)?: throw problem
    case nil:
      throw Diagnostic(
        "no row of '\(dataset.name)' was sent to '\(promise.check.value)'", at: promise.check.span,
        help: "this is a defect of the program: report it")
    }
  }

  /// Whether somebody chose something that the number rests on.
  private var hasChoices: Bool {
    let columns = commitment.slots.compactMap { commitment.schema.slots[$0].column }
    return !commitment.areas.isEmpty || !promise.leaveOut.isEmpty || promise.missing != .unknown
      || columns.contains { $0.blank != .unknown }
  }

  var tooLarge: Diagnostic {
    Diagnostic(
      "a number of '\(promise.id)' has more than 38 digits", at: promise.span,
      help: "check the amounts, or give the measure's columns a smaller scale")
  }

  /// The groups of a commitment whose checker compares them, each with its rows; those of unknown
  /// group may belong to each.
  func comparedGroups(_ tally: Tally, _ period: Period) throws(ExactError) -> [OutsideGroup] {
    let time = dataset.periodBy == nil ? nil : period
    var result: [OutsideGroup] = []
    for group in promise.groups ?? groups(tally, period) {
      result.append(OutsideGroup(group, try tally.slice(of: time, group: group)))
    }
    return result
  }
}
