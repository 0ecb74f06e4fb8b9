# fails: Class bs:c4
# also: bsh:concept-affirmed-claims Node bs:c4
# after derivation
INSERT DATA { bs:c4 bsv:symptomClaim bsd:salt }
