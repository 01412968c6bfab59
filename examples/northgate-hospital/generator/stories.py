"""The rows that findings turn on: each is something that happens in real ledgers."""

from collections import namedtuple

Story = namedtuple("Story", "month day supplier category department what order pounds")

STORIES = [
    # Two large payments whose supplier has no usable place: they settle CLE-1 either way.
    Story((2024, 11), 14, "S00961", "Estates and facilities", "Estates",
          "Modular ward units, second stage", "PO0091001", 2_140_000),
    Story((2025, 1), 22, "", "Clinical supplies", "Surgery",
          "Regional supply hub, winter stock", "PO0091002", 1_320_000),
    # The rush at the end of the year: large orders by e-mail, without a purchase order.
    Story((2025, 3), 26, "S00006", "Digital", "Digital",
          'Licence top-up, "use it or lose it"', "", 48_600),
    Story((2025, 3), 27, "S00003", "Estates and facilities", "Estates",
          "Car park resurfacing, ordered by e-mail", "", 61_900),
    Story((2025, 3), 28, "S00006", "Digital", "Digital", "Laptops, 40 units", "", 37_450),
    Story((2025, 3), 31, "S00010", "Professional services", "People and finance",
          "Strategy review, first half", "", 29_800),
    # A large payment that nobody has put into a category yet, also without an order.
    Story((2025, 2), 12, "S00001", "-", "Diagnostics", "Imaging room, deposit", "", 33_000),
]
