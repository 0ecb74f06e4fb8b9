# fails: Class bs:c2
# also: bsh:concept-affirmed-claims Node bs:c2
# after derivation
INSERT DATA { bs:c2 bsv:riskFactorClaim bsd:salt }
