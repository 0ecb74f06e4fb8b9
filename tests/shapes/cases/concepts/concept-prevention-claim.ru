# fails: Class bs:c6
# also: bsh:concept-affirmed-claims Node bs:c6
# after derivation
INSERT DATA { bs:c6 bsv:preventionClaim bsd:salt }
