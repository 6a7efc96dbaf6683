"""Names of signatories that a signature or a stamp has cost letters, read anew."""
