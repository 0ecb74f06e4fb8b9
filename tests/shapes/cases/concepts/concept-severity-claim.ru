# fails: Class bs:c3
# also: bsh:concept-affirmed-claims Node bs:c3
# after derivation
INSERT DATA { bs:c3 bsv:severityClaim bsd:salt }
