"""What is known of each body's files, written down from looking at them.

A table is a list of parts: a glob below the data folder and what holds for its files. `header` is
the line of the first header row, 0 where there is none; `header_rows` how many rows it takes.
`dates` and `numbers` are name -> (spellings of the header, format) and name -> spellings; a number
in their stead is a place, from 0. `known` is name -> (spellings, a pattern of the cells that say
something). `period` is the date that puts rows into months: (spellings, format), or (None, pattern)
for a month in the file's name; the format "serial" is a spreadsheet's day number.
"""

DMY, MDY, ISO = "%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"
NHS = "nhs-spend-over-25k"
COUNCIL = "council-spend-over-500"
POSTCODE = r"(?i)[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}"
COMPANY = r"(?i)(?!0+$)\d{1,8}|[A-Z]{2} ?\d{1,6}|R\d{7}|[IS]P\d{5}R"
TOKENS = {"", "-", "N/A", "#N/A", "Nil", "TBC", "X", "-999", "-999.0"}


def part(glob, date=None, written=None, amount="amount", header=1, header_rows=1, **more):
    """The common case: one date, one amount."""
    found = {"glob": glob, "header": header, "header_rows": header_rows, "tokens": TOKENS,
             "known": {}}
    found["dates"] = {"date": (date, written)} if date else {}
    found["period"] = (date, written) if date and amount else None
    found["numbers"] = {"amount": amount} if amount else {}
    return {**found, **more}


def nhs(name, *parts):
    return {"spend": [{**p, "glob": f"{NHS}/{name}/{p['glob']}"} for p in parts]}


def council(name, *parts):
    return {"spend": [{**p, "glob": f"{COUNCIL}/{name}/{p['glob']}"} for p in parts]}


def kingston(glob, written, month):
    return part(glob, "Date", written, ["Amount", "Amount in Sterling £"],
                credit=("Transaction Number", "/CREDIT"), period=("Month", month),
                known={"supplier_id": ("Supplier", r"\S+ : .+")})


def darlington(glob, **more):
    return part(glob, amount="Invoice Line Value (net of VAT)",
                period=(None, r"(\d{4}-\d\d)\.csv$"), **more)


def salford(glob, gross="Gross", vat="VAT", net="Net", **more):
    numbers = {"net": net, "gross": gross, "vat": vat}
    return part(glob, "Date of Payment", ISO, numbers=numbers, **more)


def leeds(glob, date, written, supplier):
    return part(glob, date, written, ["Net amount", "NetAmount", "Amount"], known={
        "supplier": (supplier, "(?i)(?!REDACTED |various - total expenses).+")})


def wakefield(glob):
    number = ["Company Registration", "Comp. reg. no"]
    supplier = ("Supplier Name", "(?!DETAILS REDACTED|n/a$).+")
    return part(glob, "Payment Date", ISO, "Net Amount", known={
        "company_number": (number, COMPANY), "supplier": supplier})


PAY = {"mean_gap": "DiffMeanHourlyPercent", "median_gap": "DiffMedianHourlyPercent",
       "mean_bonus_gap": "DiffMeanBonusPercent", "female_top_quartile": "FemaleTopQuartile"}


def pay(years, written):
    dates = {"due": ("DueDate", written), "submitted": ("DateSubmitted", written)}
    return [part(f"uk-gender-pay-gap/gender_pay_gap_{years}.csv", dates=dates, numbers=PAY, known={
        "company_number": ("CompanyNumber", COMPANY)})]


BODIES = {
    "CHWE": nhs("CHWE", part("*.csv", "Date Paid", DMY)),
    "CROY": nhs("CROY", part("*.csv", "Date", DMY)),
    "EPSH": nhs("EPSH", part("*.csv", "Date", MDY, known={
        "supplier_number": ("Supplier", r"\d{8}")})),
    "IMPC": nhs("IMPC", part("*.csv", "Date Paid", DMY)),
    "KGST": nhs(
        "KGST", kingston("*0[3457] - *.csv", "%d-%b-%y", "%b-%y"),
        kingston("*06 - *.csv", "%d-%b-%Y", "%b-%y"), kingston("*08 - *.csv", "%d-%b-%y", "serial"),
        kingston("*09 - *.csv", "%d-%b-%Y", "serial"),
        kingston("*1[012] - *.csv", "%d-%b-%Y", "serial")),
    "NEBD": nhs("NEBD", part("*0[123] - *.csv", "Date", DMY),
                part("*04 - *.csv", "Date", MDY, known={
                    "payee_postcode": ("Supplier Postcode", POSTCODE)}),
                part("*0[5-9] - *.csv", "Date", MDY), part("*1[012] - *.csv", "Date", MDY)),
    "ROYF": nhs("ROYF", part("*.csv", "Date", DMY), part("*.xlsx", "Date", ISO)),
    "SGEO": nhs("SGEO", part("*.csv", "Date", DMY)),
    "WHIT": nhs("WHIT", part("*.csv", "Date", DMY)),
    "calderdale": {
        **council("calderdale", part(
            "clean/2022-08.csv", "Date", ISO, "Net Amount", known={
                "company_number": ("Supplier Registered Company Number", COMPANY),
                "supplier_id": ("Supplier ID", r"S\d+"),
                "vcse": ("Voluntary Community and Social Enterprise Supplier", "Y")})),
        "card": [part(f"{COUNCIL}/calderdale/clean/2022-08-card.csv", "Transaction Date", ISO,
                      "Net Amount")]},
    "darlington": council(
        "darlington", darlington("clean/2013-02.csv", header=19),
        darlington("clean/2014-06.csv"),
        darlington("clean/2022-09.csv", dates={"date": ("Transaction Date", ISO)})),
    "harrogate": council("harrogate", part("clean/*.csv", "Payment date", ISO, "Net Amount")),
    "leeds": council(
        "leeds", leeds("raw/2010-12.csv", "Date paid", DMY, "Supplier name"),
        leeds("raw/2011-*.csv", "Date paid", "%d-%b-%Y", "Supplier name"),
        leeds("raw/2012-*.csv", "DatePaid", "%d-%b-%Y", "SupplierName"),
        leeds("raw/2020-06.csv", "Payment Date", DMY, "Beneficiary Name")),
    "newcastle": council("newcastle", part(
        "clean/*.csv", "Paid Date", ISO, "Total (excludes VAT)",
        known={"supplier": ("Supplier Name", "(?!Redacted Personal Data).+")})),
    "salford": council(
        "salford",
        salford("clean/2018-04.csv", "Amount Gross", "Amount VAT", "Amount Net", header_rows=2),
        salford("clean/202*.csv")),
    "wakefield": council("wakefield", wakefield("clean/2014-Q2.csv"),
                         wakefield("clean/2018-Q4.csv")),
    "gmca-spend-2019": {
        "spend": [part("gmca-spend-2019/salford_2019.csv", "payment_date", ISO, known={
            "company_number": ("company_number", COMPANY),
            "supplier": ("beneficiary_name", "(?!Redacted Data).+")})]},
    "salford-contracts-register": {"contracts": [part(
        "salford-contracts-register/*.csv",
        dates={"start": ("Start Date", ISO), "expiry": ("Current Expiry Date", ISO)},
        numbers={"annual_value": "Annual Value",
                 "total_value": "Total Contract Value (including extensions)"},
        known={"postcode": ("Supplier Postcode", "(?!Various).+"),
               "company_number": ("Company Number", COMPANY),
               "sme": ("SME Supplier?", "Yes|No"),
               "expiry": ("Current Expiry Date", r"(?!2022-09-31)\d{4}-\d\d-\d\d")})]},
    "uk-gender-pay-gap": {"returns_2019": pay("2019_2020", "%d/%m/%Y %H:%M:%S"),
                          "returns_2021": pay("2021_2022", "%Y/%m/%d %H:%M:%S")},
    "us-svi-2018": {"counties": [part(
        "us-svi-2018/*.csv", numbers={
            "population": "E_TOTPOP", "below_poverty": "E_POV", "unemployed": "E_UNEMP",
            "rank": "RPL_THEMES"})]},
    "us-md-mbe": {"vendors": [part(
        "us-md-mbe/*.csv", "certification_date", "%Y-%m-%dT%H:%M:%S", None,
        known={"zip": ("zip", r"\d{5}(-\d{3,4})?"),
               "woman_owned": ("minority_group", "(.*/ )?FEMALE")})]},
    "uk-social-housing-providers": {"providers": [part(
        "uk-social-housing-providers/*.csv", "registration_date", DMY, None)]},
    "geography": {
        "places": [part("geography/postcode-area-lookup/*.csv", amount=None)],
        "deciles": [part("geography/postcode-imd-decile/*.csv", header=0,
                         numbers={"decile": 1})],
        "deprivation": [part("geography/UK_IMD_E.csv",
                             numbers={"decile": "UK_IMD_E_pop_decile"})],
        "councils": [part("geography/la_imd.csv", amount=None)],
        "codes": [part("geography/la_all_codes.csv", amount=None)],
        "organisations": [part("geography/la_orgid_to_gss.csv", amount=None)],
        "names": [part("geography/lad_names.csv", amount=None)]},
}
