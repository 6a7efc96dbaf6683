"""The judge of clauses: what was learnt of requests, asked of every clause beside the rules."""
