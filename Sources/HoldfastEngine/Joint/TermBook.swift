import Exact
import HoldfastExpressions
import HoldfastModel

/// What an institution decided or declared that the numbers of a commitment rest on.
struct TermBook {
  private let institution: Institution

  init(_ institution: Institution) { self.institution = institution }

  /// The terms of a commitment, from all whose rows are counted for it, each once.
  func terms(of commitment: CheckedCommitment, behind judgements: [Judgement]) -> [Term] {
    var result = [Term("the currency", commitment.currency ?? "none")]
    for judgement in judgements {
      result += areas(judgement.commitment) + time(judgement)
      result += rows(judgement.reading.dataset)
      for slot in judgement.commitment.slots {
        let slot = judgement.commitment.schema.slots[slot]
        guard let column = slot.column else { continue }
        result += self.column(column, as: "\(judgement.reading.dataset.name).\(slot.name)")
      }
    }
    var seen: Set<Term> = []
    return result.filter { seen.insert($0).inserted }
  }

  private func areas(_ commitment: CheckedCommitment) -> [Term] {
    commitment.areas.compactMap { name in
      institution.areas.first { $0.name == name }.map {
        Term("the area '\(name)'", ChoiceBook.text(of: $0, in: institution, isSorted: true))
      }
    }
  }

  private func time(_ judgement: Judgement) -> [Term] {
    let promise = judgement.commitment.commitment
    let period = judgement.calendar.period(promise.period, asOf: judgement.asOf)
    var result = [Term("the days that are judged", period.words, isOfDays: true)]
    if let day = judgement.reading.dataset.snapshot {
      result.append(
        Term("the day that \(judgement.reading.dataset.name) describes", "\(day)", isOfDays: true))
    }
    return result
  }

  private func rows(_ dataset: Dataset) -> [Term] {
    var result: [Term] = []
    // Which rows of a common file are the institution's own makes no other number of them.
    if let keep = dataset.keep, keep.pickedText == nil {
      result.append(Term("the rows kept of \(dataset.name)", keep.text))
    } else {
      result.append(Term("the rows kept of \(dataset.name)", "its own"))
    }
    let duplicates = dataset.duplicates?.then == .drop ? "counted once" : "counted"
    result.append(Term("what becomes of duplicates in \(dataset.name)", duplicates))
    return result
  }

  private func column(_ column: Column, as name: String) -> [Term] {
    var result: [Term] = []
    if let basis = column.basis { result.append(Term("the basis of \(name)", basis)) }
    switch column.blank {
    case .unknown: break
    case .exclude: result.append(Term("rows left out for a blank \(name)", "left out"))
    case .value(let text): result.append(Term("what a blank \(name) stands for", "'\(text.text)'"))
    }
    if let between = column.between {
      let ends = "\(between.lowerBound) to \(between.upperBound)"
      result.append(Term("what an unknown \(name) lies between", ends))
    }
    if let edition = column.edition { result.append(Term("the edition of \(name)", edition)) }
    return result
  }
}
