"""How records stand to each other and to a day.

The nation, the places above a place, the counterparts of an item, concepts and their broader ones,
editions of lists, the state of a record on a day, what applies in a place on a day: each is said
here once, and analyses, search, pages and exports ask here.
"""
