# fails: Class bs:c8
# after derivation
INSERT DATA { bs:c8 bsv:deniedClaim bsd:salt }
