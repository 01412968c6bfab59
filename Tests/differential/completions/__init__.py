"""Small institutions with blank cells, and what commitments come to over every way to fill them."""
