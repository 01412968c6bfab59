internal import Diagnostics
internal import HoldfastCheckers
internal import HoldfastModel
internal import JSONText

/// A checker of a plugin, as the engine asks checkers outside the program.
struct PluginOutside: OutsideChecker {
  let declaration: CheckerDeclaration
  private let checker: PluginChecker
  private let plugin: OutsidePlugin

  init(_ checker: PluginChecker, of plugin: OutsidePlugin) {
    self.checker = checker
    self.plugin = plugin
    var declaration = checker.declaration
    let parameters = checker.parameters
    declaration.outside = OutsideDeclaration(
      plugin: checker.plugin, readsRows: checker.mode == .rows, roles: checker.roles,
      digest: plugin.manifest.digest
    ) { text in
      parameters.faults(in: text)
    }
    self.declaration = declaration
  }

  func plan(_ call: OutsideContext) throws(Diagnostic) -> Set<Aggregate> {
    // Rows are counted besides, to be compared with what the plugin says it read.
    guard checker.mode == .aggregates else { return [.sums(all: true)] }
    let parameters = try parameters(of: call)
    return try asking(call) { () throws(PluginFailure) in
      try plugin.session(isPersonal: call.isPersonal)
        .plan(checker, parameters: parameters, facts(of: call))
    }
  }

  func conclude(
    _ groups: [OutsideGroup], _ call: OutsideContext
  ) throws(Diagnostic) -> Measurement {
    let parameters = try parameters(of: call)
    let groups = groups.map { PluginGroup($0.name, $0.slice) }
    let found = try asking(call) { () throws(PluginFailure) in
      try plugin.session(isPersonal: call.isPersonal)
        .conclude(checker, parameters: parameters, facts(of: call), groups: groups)
    }
    return found.measurement(unit(of: call)).told(of: call)
  }

  func open(
    _ call: OutsideContext, roles: [String], workers: Int
  ) throws(Diagnostic) -> any OutsideRows {
    let opening = RowsOpening(
      checker, parameters: try parameters(of: call), roles: roles,
      hasWhere: call.commitment.condition != nil)
    let count = checker.isMergeable ? max(1, workers) : 1
    return try PluginRows(opening, of: plugin, call, unit: unit(of: call), workers: count)
  }

  func close() throws(Diagnostic) {
    do throws(PluginFailure) { try plugin.close() } catch { throw error.diagnostic() }
  }

  private func asking<Answer>(
    _ call: OutsideContext, _ ask: () throws(PluginFailure) -> Answer
  ) throws(Diagnostic) -> Answer {
    do throws(PluginFailure) { return try ask() } catch { throw error.diagnostic(of: call) }
  }

  /// What the plugin measures in, with the currency where it is money.
  private func unit(of call: OutsideContext) -> Measurement.Unit {
    switch checker.unit {
    case .share: .share
    case .money: call.unit
    case .number: .number
    case .rows: .rows
    }
  }

  /// What stands under `with`, prepared; the loader has found nothing wrong with it.
  private func parameters(of call: OutsideContext) throws(Diagnostic) -> JSONValue {
    let text = call.commitment.outside?.parameters ?? "{}"
    guard let value = try? JSONValue(parsing: Array(text.utf8)),
      let prepared = try? checker.parameters.prepared(value)
    else {
      throw Diagnostic(
        "the parameters of '\(declaration.keyword)' are not what it takes",
        at: call.commitment.check.span, help: "run holdfast lint, and mend what stands under with:")
    }
    return prepared
  }

  private func facts(of call: OutsideContext) -> CommitmentFacts {
    let commitment = call.commitment
    return CommitmentFacts(
      id: commitment.id, hasMeasure: commitment.measure != nil,
      hasWhere: commitment.condition != nil, hasBy: commitment.key != nil,
      hasPer: commitment.per != nil, unit: commitment.measure == nil ? .rows : call.unit)
  }
}

extension PluginFailure {
  /// The failure as an error of a commitment.
  func diagnostic(of call: OutsideContext) -> Diagnostic {
    diagnostic(at: .span(call.commitment.check.span))
  }
}

extension Measurement {
  /// The same with what may be told of it: words of a plugin that read cells about persons may hold
  /// such cells.
  func told(of call: OutsideContext) -> Measurement {
    guard call.isPersonal else { return self }
    var result = self
    result.remarks = []
    if case .claimed? = unbounded {
      result.unbounded = .claimed("its reason is not shown, as the rows are about persons")
    }
    return result
  }
}

extension PluginChecker {
  /// Its columns as the loader knows them.
  fileprivate var roles: [OutsideDeclaration.Role] {
    columns.map { column in
      OutsideDeclaration.Role(
        name: column.role, type: column.type, isNullable: column.isNullable, means: column.means)
    }
  }
}

extension ParameterSchema {
  /// What is wrong with parameters that are written as JSON.
  fileprivate func faults(in text: String) -> [OutsideDeclaration.Fault] {
    guard let value = try? JSONValue(parsing: Array(text.utf8)) else {
      return [.init(path: [], message: "'with' cannot be told as JSON", help: nil)]
    }
    do throws(ParameterFaults) {
      _ = try prepared(value)
      return []
    } catch {
      return error.items.map { item in
        OutsideDeclaration.Fault(
          path: item.path.map { step in
            switch step {
            case .key(let key): .key(key)
            case .index(let index): .index(index)
            }
          }, message: item.message, help: item.help)
      }
    }
  }
}
