# fails: Class bs:c3
# after derivation
INSERT DATA { bs:c3 bsv:quantity bsd:salt }
