"""Questions over years of reports: understood, turned into SPARQL, and answered off its rows (`search.questions.asking`).

One folder a step, each built on those before it: `wording` (words and forms of questions), `naming` (what the reports name and a question means),
`reading` (the question as understood), `measures` (which figures of the graph it means), `sentences` (answers that are a sentence), `likely` (what
answers most likely), then the answers themselves: `figures`, `lists`, `dates`, `closing`. `asking` tries them in order. The word tables (`*.txt`) lie here.

Nothing is brought in here: searching needs the words of questions, and not all that answers them.
"""
