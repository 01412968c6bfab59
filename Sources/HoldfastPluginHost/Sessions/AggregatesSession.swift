public import HoldfastModel
public import JSONText

/// What a plugin may know of a commitment: neither its target nor its day.
public struct CommitmentFacts: Sendable {
  /// Its id.
  public var id: String
  /// Whether it has a measure.
  public var hasMeasure: Bool
  /// Whether it has a `where`.
  public var hasWhere: Bool
  /// Whether it has a `by`.
  public var hasBy: Bool
  /// Whether it has a `per`.
  public var hasPer: Bool
  /// What the measure is counted in; rows where there is none.
  public var unit: Measurement.Unit

  /// What a plugin may know.
  public init(
    id: String, hasMeasure: Bool, hasWhere: Bool, hasBy: Bool, hasPer: Bool,
    unit: Measurement.Unit
  ) {
    self.id = id
    self.hasMeasure = hasMeasure
    self.hasWhere = hasWhere
    self.hasBy = hasBy
    self.hasPer = hasPer
    self.unit = unit
  }
}

/// A group of rows and what was counted of it.
public struct PluginGroup: Sendable {
  /// Its name; nil where the commitment has no groups.
  public var name: String?
  /// What was counted.
  public var slice: Slice

  /// A group.
  public init(_ name: String?, _ slice: Slice) {
    self.name = name
    self.slice = slice
  }
}

/// A running plugin whose checkers work from aggregates.
///
/// It may be called from any thread; calls wait for one another. Without `close` the plugin is
/// killed when the session goes, and what it said may not be used.
public final class AggregatesSession: Sendable {
  private let dialogue: PluginDialogue

  init(_ dialogue: PluginDialogue) { self.dialogue = dialogue }

  /// What a checker wants counted for a commitment; `parameters` are those that
  /// `ParameterSchema.prepared` gave.
  public func plan(
    _ checker: PluginChecker, parameters: JSONValue, _ facts: CommitmentFacts
  ) throws(PluginFailure) -> Set<Aggregate> {
    let line = Self.line("plan", checker, parameters, facts) { _ in }
    return try dialogue.ask(.plan, line, Replies.plan)
  }

  /// What a checker makes of what was counted. Unless it compares groups there is one group.
  public func conclude(
    _ checker: PluginChecker, parameters: JSONValue, _ facts: CommitmentFacts,
    groups: [PluginGroup]
  ) throws(PluginFailure) -> PluginMeasurement {
    precondition(checker.comparesGroups || groups.count == 1, "groups are concluded one by one")
    let ordered = groups.sorted {
      ($0.name ?? "").utf8.lexicographicallyPrecedes(($1.name ?? "").utf8)
    }
    let line = Self.line("conclude", checker, parameters, facts) { line in
      line.key("groups")
      line.list { list in
        for group in ordered {
          list.object { object in
            object.member("group", group.name)
            object.key("slice")
            SliceWriter.write(group.slice, to: &object)
          }
        }
      }
    }
    let frame = MeasurementFrame(
      checker: checker, selected: groups.reduce(0) { $0 + $1.slice.selected },
      certain: groups.reduce(0) { $0 + $1.slice.certain }, rowEnd: 0)
    return try dialogue.ask(.conclude, line) { reply throws(PluginFault) in
      try Replies.measurement(reply, frame)
    }
  }

  /// Ends the plugin in good order; throws where it does not end well, and then nothing that it
  /// said may be used.
  public func close() throws(PluginFailure) { try dialogue.close() }

  private static func line(
    _ type: String, _ checker: PluginChecker, _ parameters: JSONValue, _ facts: CommitmentFacts,
    _ more: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    JSONWriter.line { line in
      line.member("type", type)
      line.member("checker", checker.name)
      line.member("params", parameters)
      line.key("commitment")
      line.object { object in
        object.member("id", facts.id)
        object.member("measure", facts.hasMeasure)
        object.member("where", facts.hasWhere)
        object.member("by", facts.hasBy)
        object.member("per", facts.hasPer)
        object.member("unit", facts.unit.word)
      }
      more(&line)
    }
  }
}

extension Measurement.Unit {
  /// The unit as plugins name it.
  fileprivate var word: String {
    switch self {
    case .share: "share"
    case .money: "money"
    case .number: "number"
    case .rows: "rows"
    }
  }
}
