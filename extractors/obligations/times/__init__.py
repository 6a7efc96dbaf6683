"""When something is asked for: days, spans and rhythms as letters tell them."""
