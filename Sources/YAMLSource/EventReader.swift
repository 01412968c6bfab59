import CLibYAML

/// libyaml over bytes in memory: the only unsafe code of this target.
///
/// Owns the parser and a copy of the bytes, which libyaml reads until the end; both are freed
/// when the reader goes, whatever happened before.
@safe struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// A reader of valid UTF-8; nil where there is no memory for one.
  init?(_ utf8: ArraySlice<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, utf8.count))
    _ = unsafe input.initialize(from: utf8)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, UnsafePointer(input.baseAddress), utf8.count)
    unsafe self.parser = parser
    unsafe self.input = input
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after an error, do not call again.
  mutating func next() throws(SyntaxProblem) -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&raw) }
    return unsafe Event(raw)
  }

  private var problem: SyntaxProblem {
    let state = unsafe parser.pointee
    return unsafe SyntaxProblem(
      problem: text(state.problem), context: text(state.context),
      problemIndex: Int(clamping: state.problem_mark.index),
      contextIndex: Int(clamping: state.context_mark.index))
  }

  private func text(_ raw: UnsafePointer<CChar>?) -> String {
    guard let raw = unsafe raw else { return "" }
    return unsafe String(cString: raw)
  }
}

extension Event {
  fileprivate init(_ raw: yaml_event_t) {
    unsafe start = Int(clamping: raw.start_mark.index)
    unsafe end = Int(clamping: raw.end_mark.index)
    unsafe column = Int(clamping: raw.start_mark.column)
    unsafe kind = .init(raw)
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      unsafe (anchor, tag) = (name(raw.data.scalar.anchor), name(raw.data.scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      unsafe anchor = name(raw.data.sequence_start.anchor)
      unsafe tag = name(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      unsafe anchor = name(raw.data.mapping_start.anchor)
      unsafe tag = name(raw.data.mapping_start.tag)
    default: break
    }
  }
}

extension YAMLEvent.Kind {
  fileprivate init(_ raw: yaml_event_t) {
    switch unsafe raw.type {
    case YAML_STREAM_START_EVENT: self = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      self = unsafe .documentStart(isMarked: raw.data.document_start.implicit == 0)
    case YAML_DOCUMENT_END_EVENT:
      self = unsafe .documentEnd(isMarked: raw.data.document_end.implicit == 0)
    case YAML_ALIAS_EVENT: self = unsafe .alias(name(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = unsafe .scalar(String(decoding: bytes, as: UTF8.self), .init(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      let style = unsafe raw.data.sequence_start.style
      self = .sequenceStart(inBrackets: style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let style = unsafe raw.data.mapping_start.style
      self = .mappingStart(inBraces: style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    default: self = .streamEnd
    }
  }
}

private func name(_ raw: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  guard let raw = unsafe raw else { return nil }
  return unsafe String(cString: raw)
}

extension YAMLScalar.Style {
  fileprivate init(_ raw: yaml_scalar_style_t) {
    self =
      switch raw {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}
