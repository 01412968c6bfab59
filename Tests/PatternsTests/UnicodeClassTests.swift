import Patterns
import Testing

@Suite("categories and scripts in patterns")
struct UnicodeClassTests {
  /// Categories by one letter and by two.
  @Test(arguments: [
    (#"^\pL+$"#, "aéд日", true), (#"^\PL$"#, "1", true),
    (#"^\pN+$"#, "1\u{663}\u{BD}\u{2167}", true), (#"^\p{Nd}$"#, "\u{663}", true),
    (#"^\p{Nd}$"#, "\u{BD}", false), (#"^\p{Lu}$"#, "É", true), (#"^\p{Ll}$"#, "É", false),
    (#"^\p{Lt}$"#, "\u{1C5}", true), (#"^\p{Lm}$"#, "\u{2B0}", true), (#"^\p{Lo}$"#, "日", true),
    (#"^\pM$"#, "\u{301}", true), (#"^\p{Mn}$"#, "\u{301}", true), (#"^\p{Mc}$"#, "\u{903}", true),
    (#"^\p{Me}$"#, "\u{20DD}", true), (#"^\p{Nl}$"#, "\u{2167}", true),
    (#"^\p{No}$"#, "\u{BD}", true), (#"^\p{Pc}$"#, "_", true), (#"^\p{Pd}$"#, "\u{2014}", true),
    (#"^\p{Ps}\p{Pe}$"#, "()", true), (#"^\p{Pi}\p{Pf}$"#, "\u{AB}\u{BB}", true),
    (#"^\p{Po}$"#, "!", true), (#"^\p{Sc}$"#, "€", true), (#"^\p{Sk}$"#, "`", true),
    (#"^\p{Sm}$"#, "+", true), (#"^\p{So}$"#, "😀", true), (#"^\p{Zs}$"#, "\u{A0}", true),
    (#"^\p{Zl}$"#, "\u{2028}", true), (#"^\p{Zp}$"#, "\u{2029}", true),
    (#"^\p{Cc}$"#, "\u{0}", true), (#"^\p{Cf}$"#, "\u{200B}", true),
    (#"^\p{Co}$"#, "\u{E000}", true), (#"\p{Cs}"#, "a", false), (#"^\P{Cs}$"#, "a", true),
    (#"^\p{L}\pP\pS\pZ\pC$"#, "a.+ \u{0}", true), (#"^\pLu$"#, "au", true),
    (#"^\p{Any}$"#, "\u{10FFFF}", true), (#"\P{Any}"#, "a", false), (#"\p{^Any}"#, "a", false),
  ])
  func namesCategories(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Scripts, and all but one.
  @Test(arguments: [
    (#"^\p{Greek}+$"#, "λσ", true), (#"\P{Greek}"#, "λσ", false), (#"\p{^Greek}"#, "λσ", false),
    (#"^\P{^Greek}$"#, "λ", true), (#"^\p{Latin}+$"#, "aé", true), (#"^\p{Latin}$"#, "д", false),
    (#"^\p{Cyrillic}+$"#, "Дя", true), (#"^\p{Han}+$"#, "日本語", true),
    (#"^\p{Hiragana}$"#, "\u{3042}", true), (#"^\p{Katakana}$"#, "\u{30A2}", true),
    (#"^\p{Hangul}$"#, "\u{D55C}", true), (#"^\p{Arabic}$"#, "\u{627}", true),
    (#"^\p{Hebrew}$"#, "\u{5D0}", true), (#"^\p{Common}+$"#, "1 .€", true),
    (#"^\p{Inherited}$"#, "\u{301}", true), (#"^\p{Adlam}$"#, "\u{1E900}", true),
    (#"^\p{Zanabazar_Square}$"#, "\u{11A00}", true), (#"^\p{Old_Italic}$"#, "\u{10300}", true),
    (#"^\p{Nko}$"#, "\u{7CA}", true), (#"^\p{Phags_Pa}$"#, "\u{A840}", true),
    (#"^\p{SignWriting}$"#, "\u{1D800}", true), (#"^\p{Thai}$"#, "\u{E01}", true),
    (#"^\p{Georgian}$"#, "\u{10D0}", true), (#"^\p{Armenian}$"#, "\u{531}", true),
    (#"^\p{Canadian_Aboriginal}$"#, "\u{1401}", true), (#"^[\p{Greek}\p{Cyrillic}]+$"#, "λя", true),
    (#"^[^\p{Greek}\p{Cyrillic}]+$"#, "ab", true),
  ])
  func namesScripts(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Case and joints of names do not matter, and long names stand for short ones, as in Go.
  @Test(arguments: [
    (#"^\p{greek}$"#, "λ", true), (#"^\p{OLD ITALIC}$"#, "\u{10300}", true),
    (#"^\p{old-italic}$"#, "\u{10300}", true), (#"^\pl$"#, "a", true), (#"^\p{lu}$"#, "A", true),
    (#"^\p{Letter}$"#, "a", true), (#"^\p{Uppercase_Letter}$"#, "a", false),
    (#"^\p{ASCII}$"#, "a", true), (#"^\p{ASCII}$"#, "é", false), (#"^\p{LC}+$"#, "aA\u{1C5}", true),
    (#"^\p{LC}$"#, "日", false), (#"^\p{Cn}$"#, "\u{378}", true), (#"^\p{C}$"#, "\u{378}", true),
    (#"^\p{Assigned}$"#, "\u{378}", false), (#"^\p{Assigned}$"#, "a", true),
    (#"^\p{punct}$"#, "!", true), (#"^\p{Garay}$"#, "\u{10D40}", true),
    (#"^\p{Sidetic}$"#, "\u{10940}", true),
  ])
  func namesAsGoDoes(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Names of nothing, and names without an end.
  @Test(arguments: [
    #"\p"#, #"\P"#, #"\p{"#, #"\p{Greek"#, #"\p{}"#, #"\p{^}"#, #"\p^"#, #"\p{^^Greek}"#, #"\pX"#,
    #"\p{Grek}"#, #"\p{Greek}\p{Foo}"#, #"\p{L&}"#, #"\p{Lx}"#, #"\p{IsGreek}"#,
    #"\p{Script=Greek}"#, #"\p{Unknown}"#, #"\p1"#, #"\p{\pL}"#, #"[\p{Greek]"#, #"[\p]"#, #"\pé"#,
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }
}
