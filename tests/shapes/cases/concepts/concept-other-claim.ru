# fails: Class bs:c9
# also: bsh:concept-affirmed-claims Node bs:c9
# after derivation
INSERT DATA { bs:c9 bsv:otherClaim bsd:salt }
