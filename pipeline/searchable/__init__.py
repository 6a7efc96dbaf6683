"""A PDF of the original's pages with the read text under them."""
