/// What a byte is to the splitter.
enum ByteKind: UInt8 { case plain, delimiter, quote, lineFeed, carriageReturn, null }

/// Where in a record the splitter stands.
enum SplitState {
  /// Before the first byte of a field.
  case start
  /// Inside a field without quotes.
  case unquoted
  /// Inside a field with quotes.
  case quoted
  /// After a quote inside a field with quotes: the end of the field, or half of a doubled quote.
  case closing
  /// After a carriage return that only a line feed may follow.
  case afterReturn
}

/// What the splitter does with a byte.
enum SplitStep {
  case copy(SplitState)
  case skip(SplitState)
  case open
  case endField
  case endRecord
  case fail(SplitError.Kind)
}

/// RFC 4180, strictly: the whole grammar on one page.
func splitStep(_ state: SplitState, _ kind: ByteKind) -> SplitStep {
  switch (state, kind) {
  case (_, .null): .fail(.nullByte)
  case (.quoted, .quote): .skip(.closing)
  case (.quoted, _): .copy(.quoted)
  case (.afterReturn, .lineFeed): .endRecord
  case (.afterReturn, _): .fail(.bareReturn)
  case (_, .delimiter): .endField
  case (_, .lineFeed): .endRecord
  case (_, .carriageReturn): .skip(.afterReturn)
  case (.start, .quote): .open
  case (.closing, .quote): .copy(.quoted)
  case (.closing, .plain): .fail(.textAfterQuote)
  case (.unquoted, .quote): .fail(.quoteInText)
  case (.start, .plain), (.unquoted, .plain): .copy(.unquoted)
  }
}
