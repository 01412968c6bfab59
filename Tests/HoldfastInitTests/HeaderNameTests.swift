import HoldfastInit
import Testing

@Suite struct HeaderNameTests {
  @Test(arguments: [
    ("Supplier Name", "supplier_name"), ("NetAmount", "net_amount"), (" Amount (£) ", "amount"),
    ("OJEU/FTS?", "ojeu_fts"), ("in", "in_column"), ("No", "no_column"), ("NULL", "null_column"),
    ("for", "for_column"), ("9AN - Level 9", "column_9an_level_9"), ("£", "other"), ("", "other"),
    ("Bénéficiaire", "bnficiaire"), ("E_TOTPOP", "e_totpop"),
    ("awards.value.amount", "awards_value_amount"),
    ("params", "params_column"),
    (
      "Procurement Classification: Council's Procurement Category Name",
      "procurement_classification_council_s_procurement"
    ),
  ])
  func becomesAName(_ header: String, _ name: String) {
    #expect(HeaderWords(header).name(orElse: "other") == name)
  }
}
