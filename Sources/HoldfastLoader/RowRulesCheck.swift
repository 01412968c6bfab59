import Diagnostics
import HoldfastModel

/// Holds what is said of the rows of a dataset (when they hold, which are none, what they add up
/// to) against its columns.
struct RowRulesCheck {
  let institution: Institution
  let dataset: Dataset
  let problems: Problems

  func run() {
    checkDates()
    checkAmounts()
    for use in (dataset.duplicates?.key ?? []) + dataset.sharedBy {
      _ = column(use)
    }
    if let rows = dataset.totalRows {
      _ = column(rows.column)
      amount(rows.amount)
    }
    checkShared()
    for total in dataset.controlTotals {
      amount(total.column)
      if total.period != nil, dataset.periodBy == nil {
        problems.add(
          "the control total is about some days, and no date says which rows are of them",
          at: total.span, help: "add period_by: with a date column, or remove from and to")
      }
    }
    if dataset.expectation?.series != nil, let by = dataset.expectation?.series?.by { date(by) }
  }

  private func checkDates() {
    if let interval = dataset.interval {
      date(interval.from)
      date(interval.to)
      if dataset.snapshot != nil {
        problems.add(
          "a dataset has period_by or snapshot, not both", at: interval.from.span,
          help: "a register says itself when its rows are in force")
      }
    }
    guard let valid = dataset.valid else { return }
    date(valid.from)
    if let until = valid.until { date(until) }
    if dataset.key.isEmpty {
      problems.add(
        "'valid' says when a row is the one of its key, and '\(dataset.name)' has no key",
        at: valid.from.span, help: "add key:")
    }
  }

  private func checkAmounts() {
    for column in dataset.columns {
      if column.between != nil, ![.decimal, .integer, .percent].contains(column.type) {
        problems.add(
          "only a number lies between two numbers", at: column.span, help: "add type: decimal")
      }
      if case .value = column.blank, column.negateWhen != nil || column.exchange != nil {
        problems.add(
          "blank stands for an amount, and whether its sign or currency is to change nobody knows",
          at: column.span, help: "leave blanks unknown, or write blank: exclude")
      }
      guard let exchange = column.exchange else { continue }
      if let codes = self.column(exchange.column), codes.type != .text, codes.type != .choice {
        problems.add("'\(codes.name)' holds no currency codes", at: exchange.column.span)
      }
      checkRates(exchange)
    }
  }

  /// The value of an award to several suppliers stands in the row of each.
  private func checkShared() {
    let rows = dataset.format.rows ?? "awards[].suppliers[]"
    let hasAmounts = dataset.columns.contains { $0.type == .decimal }
    guard dataset.format.kind == .ocds, rows.hasSuffix("suppliers[]"), hasAmounts,
      dataset.sharedBy.isEmpty
    else { return }
    problems.add(
      "an award to several suppliers has a row for each, and its value would count each time",
      at: dataset.span,
      help: "add value: { per: [ocid, award] } with your columns of the process and the award")
  }

  private func checkRates(_ exchange: Exchange) {
    guard let name = exchange.rates, let rate = exchange.rate else { return }
    guard let rates = institution.dataset(name.value) else {
      problems.add(
        "there is no dataset '\(name.value)'", at: name.span,
        help: Nearest.hint(for: name.value, in: institution.datasets.map(\.name))
          ?? "declare the table of rates under datasets:")
      return
    }
    if rates.key.count != 1 || rates.valid == nil {
      problems.add(
        "a table of rates has the currency's code as its key, and says from when each rate holds",
        at: name.span, help: "add key: currency and valid: { from: day } to '\(rates.name)'")
    }
    guard let column = rates.column(rate.value) else {
      return problems.addUnknownColumn(rate, of: rates)
    }
    if column.type != .decimal || column.currency != nil {
      problems.add(
        "'\(column.name)' holds no rates", at: rate.span,
        help: "declare it with type: decimal, currency: none and enough scale")
    }
    if !dataset.isDated, dataset.snapshot == nil {
      problems.add(
        "nothing says of which day the rates are to be", at: name.span,
        help: "add period_by: or snapshot: to '\(dataset.name)'")
    }
  }

  private func column(_ use: Located<String>) -> Column? {
    if let column = dataset.column(use.value) { return column }
    problems.addUnknownColumn(use, of: dataset)
    return nil
  }

  private func date(_ use: Located<String>) {
    guard let column = column(use) else { return }
    if column.type != .date {
      problems.add(
        "'\(use.value)' is no date", at: use.span, help: "declare the column with type: date")
    }
    if column.blank != .unknown {
      problems.add("a column that says when rows hold takes no 'blank'", at: column.span)
    }
  }

  private func amount(_ use: Located<String>) {
    guard let column = column(use), column.type != .decimal, column.type != .integer else { return }
    problems.add(
      "'\(use.value)' holds no numbers to add up", at: use.span,
      help: "declare the column with type: decimal")
  }
}
