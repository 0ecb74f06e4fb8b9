# fails: Class bs:c7
# also: bsh:concept-affirmed-claims Node bs:c7
# after derivation
INSERT DATA { bs:c7 bsv:effectClaim bsd:salt }
