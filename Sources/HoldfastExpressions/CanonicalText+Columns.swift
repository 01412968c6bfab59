import Exact
public import HoldfastModel

extension Column {
  /// All that can change its cells, in one text; `by` is the column that leads to the row it
  /// stands in.
  func canonicalText(_ by: String?, named name: String) -> String {
    sealed([
      name, origin.canonicalText, type.rawValue, String(scale), sealed(currency),
      dateFormat.pattern, blank.canonicalText, sealed(values.map(Self.sealedMeaning).sorted()),
      sealed(unknownTokens.sorted()), percentInPoints ? "points" : "fraction", sealed(by),
      furtherText,
    ])
  }

  /// What only few columns declare, in one text.
  private var furtherText: String {
    var parts: [String] = []
    if let extract { parts += ["extract", extract.canonicalText] }
    if !unknownPatterns.isEmpty { parts += ["unknown", sealed(unknownPatterns.sorted())] }
    if redacted != CellTokens() {
      parts += ["redacted", sealed([sealed(redacted.texts), sealed(redacted.patterns)])]
    }
    if let between {
      parts += ["between", between.lowerBound.description, between.upperBound.description]
    }
    if let negateWhen { parts += ["negate_when", negateWhen.text] }
    if let exchange {
      let rates = [exchange.column, exchange.rates, exchange.rate]
      parts += ["currency", sealed(rates.map { sealed($0?.value) })]
    }
    return sealed(parts)
  }

  private static func sealedMeaning(_ key: TextKey, _ meaning: Meaning) -> String {
    let cell = key.text
    return switch meaning {
    case .unknown: sealed([cell])
    case .bool(let value): sealed([cell, "bool", value ? "true" : "false"])
    case .text(let text): sealed([cell, "text", text])
    }
  }
}

extension Column.Blank {
  fileprivate var canonicalText: String {
    switch self {
    case .unknown: "unknown"
    case .exclude: "exclude"
    case .value(let text): sealed([text.text])
    }
  }
}

extension ColumnOrigin {
  fileprivate var canonicalText: String {
    switch self {
    case .headers(let headers):
      sealed(["headers"] + headers.map { sealed([$0.text, sealed($0.nth.map { String($0) })]) })
    case .position(let place): sealed(["position", String(place)])
    case .fileName(let pattern): sealed(["file", pattern])
    case .constant(let text): sealed(["constant", text])
    }
  }
}

extension Extract {
  fileprivate var canonicalText: String {
    switch self {
    case .postcode: "postcode"
    case .pattern(let text, let noMatch): sealed([text, noMatch.rawValue])
    }
  }
}

extension FileItem {
  /// How its files are read.
  var canonicalText: String {
    let columns = columns.map { $0.canonicalText(nil, named: $0.name) }
    return sealed([pattern.value, format.canonicalText, sealed(columns)])
  }
}

extension FileFormat {
  fileprivate var canonicalText: String {
    let headers =
      switch header {
      case .line(let line): "line \(line)"
      case .auto: "auto"
      case .none: "none"
      }
    return sealed([
      kind.rawValue, String(delimiter), String(quote), encoding.rawValue, headers,
      String(headerRows), sealed(sheet), sealed(rows),
    ])
  }
}

extension Column {
  /// All that can change its cells and who may see them, in one text.
  public var rowText: String { sealed([canonicalText(nil, named: name), "\(isPersonal)"]) }
}
