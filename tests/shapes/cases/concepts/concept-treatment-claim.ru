# fails: Class bs:c5
# also: bsh:concept-affirmed-claims Node bs:c5
# after derivation
INSERT DATA { bs:c5 bsv:treatmentClaim bsd:salt }
