import Patterns
import Testing

@Suite("loops that may take nothing")
struct LoopTests {
  /// What RE2 and Go find where the part of a loop may be empty.
  @Test(
    arguments: [
      ("(a*)*", "aa", "aa"), ("(a*)*", "b", ""), ("(a*)+", "aa", "aa"), ("(a*)+", "b", ""),
      ("(a*?)+b", "aabb", "aa"), ("(a*?)*b", "aabb", "aa"), ("(a*?){2,}b", "aabb", "aa"),
      ("(a?)*", "aa", "a"), ("(a?)+", "aa", "a"), ("(|a)*", "aa", ""), ("(|a)+", "aa", ""),
      ("(a|)*", "aa", "a"), ("(a|)+", "aa", "a"), ("(?:|a)*", "aaa", ""), ("(?:|a)+", "aaa", ""),
      ("(?:a|)*b", "aab", "aab"), ("(|a)*b", "aab", "a"), ("(|a)+?b", "aab", "a"),
      ("(?:(a)|)*", "aa", "a"), ("(?:(a)|b)*", "ab", "a"), ("((a|)b?)*", "abab", "ab"),
      ("(a*|b)*", "ab", "b"), ("(a*|b)+", "ba", ""), ("(?:(a*)b?)*", "aab", "aa"),
      ("(?:^|(a))*", "aa", nil), ("(?:(a)|^)+", "aa", "a"), ("(a?)??b", "ab", "a"),
      ("(?:a?(b??))*c", "abc", "b"), ("((?:|a+)*)b", "aab", "aa"), ("(a{0,2})*", "aaa", "a"),
      ("(a{0,2}?)*", "aaa", ""), ("(a{0,2}?)*b", "aaab", "a"), ("(a??)*b", "aab", "a"),
      ("(){3}a", "a", ""), ("(a){0}b", "ab", nil), ("(a){0}(b)", "ab", nil),
      ("(a|b){2,3}", "abab", "a"), ("(a|b){2,3}?", "abab", "b"), ("(?:(a)|(b)){2}", "ab", "a"),
      ("(a)|(b)", "b", nil), ("((a)|b)+", "ab", "b"), ("(?:(a)?b)*", "abb", "a"),
      (#"(a\b)*"#, "aa", nil), (#"(\b)*a"#, "a", ""), ("(^)*a", "ba", nil), ("(^a)*", "aa", "a"),
      ("($)*", "a", nil),
    ] as [(String, String, String?)])
  func find(_ pattern: String, _ text: String, _ wanted: String?) throws {
    #expect(try Pattern(pattern).firstGroup(in: text) == wanted)
  }
}
