import Diagnostics
import Tabular

/// Where the reports of a run go.
struct ReportOutputs {
  let options: [ReportOption]
  /// The files that the run was made from, which no report may replace.
  let inputs: [String]

  /// Renders every report before it writes the first, so that a failure leaves nothing half done.
  func write(_ render: (ReportOption, inout String) -> Void) throws(DiagnosticList) {
    let wanted = options.isEmpty ? [ReportOption(format: "terminal")] : options
    var outputs: [(option: ReportOption, text: String)] = []
    for option in wanted {
      var text = ""
      render(option, &text)
      outputs.append((option, text))
    }
    do throws(Diagnostic) {
      try OutputGuard(inputs: inputs).check(outputs.compactMap(\.option.file))
      try Files.writeAll(
        outputs.compactMap { option, text in option.file.map { ($0, Array(text.utf8)) } })
      for (option, text) in outputs where option.file == nil {
        try Surroundings.writeOutput(text)
      }
    } catch {
      throw DiagnosticList([error])
    }
  }
}
