"""Questions over years of reports: understood, turned into SPARQL, and answered off its rows (`search.questions.asking`).

Nothing is brought in here: searching needs the words of questions, and not all that answers them.
"""
