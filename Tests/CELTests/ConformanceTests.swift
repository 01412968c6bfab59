import CEL
import Foundation
import Testing

/// cel-spec's own cases are the referee of the language. Those in `PendingCases` do not pass yet;
/// the list may only shrink.
@Suite("conformance")
struct ConformanceTests {
  static let hasSuite = !ConformanceCase.suite.isEmpty

  @Test(
    .enabled(if: hasSuite, "the conformance suite is not beside the repository"),
    arguments: ConformanceCase.core)
  func behavesAsSpecified(_ given: ConformanceCase) {
    let failure = given.failure()
    if let reason = pendingCases.first(where: { $0.key == given.id })?.value {
      #expect(failure != nil, "it passes now; take it off the list (\(reason))")
    } else {
      #expect(failure == nil, "\(given.expr): \(failure ?? "")")
    }
  }

  @Test(.enabled(if: hasSuite, "the conformance suite is not beside the repository"))
  func theListNamesOnlyCasesThatExist() {
    let known = Set(ConformanceCase.core.map(\.id))
    for (id, _) in pendingCases { #expect(known.contains(id), "\(id)") }
  }

  /// Every expression of the suite that can be parsed prints as text that is the same tree.
  @Test(
    .enabled(if: hasSuite, "the conformance suite is not beside the repository"),
    arguments: ConformanceCase.suite)
  func printingAndParsingGiveTheSameTree(_ given: ConformanceCase) throws {
    guard let tree = try? Environment().parse(given.expr) else { return }
    let again = try Environment().parse(tree.description)
    #expect(again == tree, "\(tree)")
  }

  @Test(.enabled(if: hasSuite, "the conformance suite is not beside the repository"))
  func mostOfTheSuiteParses() {
    let count = ConformanceCase.core.count { (try? Environment().parse($0.expr)) != nil }
    #expect(count >= ConformanceCase.core.count - 5)
  }
}

extension ConformanceCase {
  private var environment: Environment {
    var variables: [Variable] = []
    var functions: [Function] = []
    for declared in type_env {
      if let type = declared.type.flatMap({ CELType(conformance: $0) }) {
        variables.append(Variable(declared.name, type))
      } else {
        functions.append(Self.function(declared))
      }
    }
    let names = Set(variables.map(\.name))
    for name in bindings.keys.sorted() where !names.contains(name) {
      variables.append(Variable(name, .dyn))
    }
    return Environment(
      variables: variables, libraries: [.standard, Library(name: "case", functions: functions)],
      container: container, zones: zoneRules)
  }

  private static func function(_ declared: Declaration) -> Function {
    Function(
      name: declared.name, doc: "", example: "",
      overloads: (declared.overloads ?? []).map { form in
        Overload(
          id: form.id, parameters: form.params.compactMap { CELType(conformance: $0) },
          result: CELType(conformance: form.result) ?? .dyn, isMember: form.instance
        ) { _ in .failure("not implemented") }
      })
  }

  /// Why the case fails; nil where it passes.
  func failure() -> String? {
    let environment = environment
    do throws(IssueList) {
      let checked =
        try disable_check ? environment.compileUnchecked(expr) : environment.compile(expr)
      if let deduced_type, checked.type.conformance != deduced_type.filter({ $0 != " " }) {
        return "type \(checked.type), expected \(deduced_type)"
      }
      if check_only { return nil }
      return judge(try environment.program(checked).evaluate(Row(self, environment)))
    } catch {
      return expected.error != nil ? nil : "\(error.issues.map(\.message))"
    }
  }

  private func judge(_ value: Value) -> String? {
    if expected.error != nil {
      if case .error = value { return nil }
      return "\(value), expected an error"
    }
    guard let wanted = expected.value?.value else { return "the expected value is not supported" }
    if case .double(let a) = value, case .double(let b) = wanted, a.isNaN, b.isNaN { return nil }
    // Equality crosses the types of numbers; the case asks for the type as well.
    let same = value.isEqual(to: wanted) && value.type == wanted.type
    return same ? nil : "\(value), expected \(wanted)"
  }

  private struct Row: Activation {
    let values: [Value]

    init(_ given: ConformanceCase, _ environment: Environment) {
      values = environment.variables.map {
        given.bindings[$0.name]?.value?.value ?? .unknown(Unknown([$0.name]))
      }
    }

    func value(of slot: Int) -> Value { values[slot] }
  }
}

/// The rules of a named time zone, from the system.
let zoneRules: @Sendable (String) -> ZoneRules? = { name in
  guard !name.contains(".."),
    let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")
  else { return nil }
  return ZoneRules(tzif: Array(data))
}
