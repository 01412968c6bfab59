import CEL

/// The expressions that others are made of.
enum FuzzCorpus {
  /// The examples of all functions, this file's own and the suite's where it is there.
  static let all = examples + own + SuiteExpression.all.map(\.expr)

  private static let examples = Library.standard.functions.flatMap { function in
    function.example.split(separator: " // ", maxSplits: 1).map(String.init)
  }

  /// Forms that are rare, and what has gone wrong before.
  static let own = [
    "b0 && i0 > 3 || !has(md.a)", "x0 == x1 ? li[0] : -i0", "[1, ?oi, 2u, 3.0, m0].size()",
    "{'a': 1, ?'b': oi, 2: x0}[x1]", "md.?a.?b.orValue(i0)", "md[?'a'].optMap(v, v + 1)",
    "ld.all(k, v, v != null || k in [0, 1])", "md.transformMap(k, v, k != 'a', [v, x0])",
    "ls.transformMapEntry(i, v, {v: i})", "li.sortBy(v, -v).map(v, v % 2 == 0, v * v)",
    "cel.bind(a, [1, 1], cel.bind(b, [a, a], cel.bind(c, [b, b], c == c && c in [c])))",
    "cel.block([li.map(v, v + 1), cel.index(0).size()], cel.index(1) + cel.index(0)[0])",
    "m0 > 1000.00 && m0 in [1.50, 2, 3.0] || m0 * 1.1 < half", "a0 - date('2024-01-01')",
    "t0 - duration('1h') < t0 && t0.getHours('Europe/London') == r0.getHours()",
    "google.protobuf.Struct{fields: {'a': x0}} == md",
    "google.protobuf.Int32Value{value: i0} == w0", "type(x0) == int || type(type(1)) == type",
    "math.greatest(i0, d0, 1u) > math.least([1, 2.5])", "'%s %d %.2f %x'.format([x0, i0, d0, s0])",
    "s0.matches('(a+)+$') || s1.replace('', s0).size() > 3", "ip0 in cidr0 || ip(s0).family() == 4",
    "ld.flatten(3).distinct() == lists.range(5).reverse()", "p.q + .p.q + string(isLarge)",
    "(-9223372036854775808).abs()", "-(5).double() - -(-5)", "1 - -1 - - 1", "!!!b0 == !b1",
    "words.exists_one(w, w in twice) ? 1 : 2 ? 3 : 4", "u.a.b.c(d)[e]{f: 1}", "r'\\d' + \"\\x41\"",
    "b'\\377' + bytes('\u{E9}')", "0x7FFFFFFFFFFFFFFF + -0x8000000000000000", "1.e3", "1..2",
    "sets.contains(ld, [x0]) && sets.equivalent([1, 1u], [1.0])", "optional.of(optional.none())",
    "x0.a.`b-c` + x0['a'][?0].value()", "[[[[[[[[1]]]]]]]][0][0][0]", "{}.a", "{1: {2: {3: x0}}}",
    "[ld] == [ld]", "b0 ? dyn(1) : 'a'", "(b0 || b1) && (b1 || x0) == (isLarge && true)",
    "null == z0 || null in [z0]",
    "d0 / 0.0 == d1 || double('NaN') != d0 && [d0] == [d0]", "int(d0) + int(n0) * int(s0)",
    "'\u{1F469}\u{200D}\u{1F467}'.size() + s0.charAt(0).size() + s1.substring(1, 2).size()",
  ]
}
