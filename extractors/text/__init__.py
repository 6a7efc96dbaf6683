"""Words of Thai correspondence as such: digits, marked passages, paragraphs, names of offices and
of persons, keywords of the regulation, tables. Knows of no field.
"""
