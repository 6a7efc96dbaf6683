"""What a document asks of whom and by when: by rules (`rules`), and by a learnt judge of clauses
where no rule knows the words (`judged`).
"""
