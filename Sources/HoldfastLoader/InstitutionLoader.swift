public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// Reads the description of an institution from YAML.
public struct InstitutionLoader {
  /// A loader.
  public init() {}

  /// Reads an institution and reports every mistake in its description that can be seen without
  /// its data.
  public func load(_ source: SourceText) -> Loaded<Institution> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard !WholeFile.institution.isMistaken(node, problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let value = Fields(node, .institution, "the institution", problems).flatMap {
        institution($0, problems)
      }
      return Loaded(value: value, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func institution(_ root: Fields, _ problems: Problems) -> Institution? {
    var fields = root
    let name = fields.text("institution")
    let currency = fields.text("currency")
    if let currency, !Self.isCurrency(currency.value) {
      problems.add(
        "'\(currency.value)' is no currency code", at: currency.span,
        help: "write three capital letters: GBP")
    }
    var result = Institution(
      name: name?.value ?? "", currency: currency?.value ?? "",
      calendar: calendar(&fields, problems),
      timeZone: fields.text("time_zone")?.value ?? "UTC", span: name?.span ?? fields.span)
    result.areas = AreaReader(problems: problems).areas(&fields)
    result.lookups = AreaReader(problems: problems).lookups(&fields)
    result.corrections = corrections(&fields, problems)
    let datasets = fields.table("datasets") { "dataset '\($0)'" }
    if datasets.isEmpty {
      problems.add("the institution has no datasets", at: fields.span, help: "add datasets:")
    }
    for (name, fields) in datasets {
      let reader = DatasetReader(currency: result.currency, problems: problems)
      result.datasets.append(reader.dataset(name, fields))
    }
    fields.finish()
    InstitutionCheck(institution: result, problems: problems).run()
    return name == nil ? nil : result
  }

  private func corrections(_ fields: inout Fields, _ problems: Problems) -> CorrectionsSource? {
    guard var inner = fields.fields("corrections") else { return nil }
    let file = inner.text("file")
    var result = file.map { CorrectionsSource(file: $0, dateFormat: .iso) }
    if let text = inner.text("date_format") {
      if let format = DateFormat(text.value) {
        result?.dateFormat = format
      } else {
        problems.add(
          "'\(text.value)' is no date format", at: text.span, help: "write for example d/M/yyyy")
      }
    }
    inner.finish()
    return result
  }

  private func calendar(_ fields: inout Fields, _ problems: Problems) -> FiscalCalendar {
    guard let text = fields.text("fiscal_year_starts") else {
      return FiscalCalendar(month: 1, day: 1)
    }
    let parts = text.value.split(separator: "-").compactMap { Int($0) }
    if CivilDate("2001-\(text.value)") != nil, parts.count == 2, parts[1] <= 28 {
      return FiscalCalendar(month: parts[0], day: parts[1])
    }
    problems.add(
      "'\(text.value)' is no day on which a year can start", at: text.span,
      help: "write month-day, the day from 01 to 28: 04-01")
    return FiscalCalendar(month: 1, day: 1)
  }

  static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
