# fails: Class bs:c1
# also: bsh:concept-affirmed-claims Node bs:c1
# after derivation
INSERT DATA { bs:c1 bsv:causeClaim bsd:salt }
