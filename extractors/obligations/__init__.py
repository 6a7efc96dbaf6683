"""What a document asks of whom and by when: by rules (`rules`), by when (`times/`), and by a learnt
judge that reads every clause of a letter besides (`judge/`).
"""
