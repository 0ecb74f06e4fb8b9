# fails: Class bsd:d5
# after derivation
INSERT DATA { bsd:d5 bsv:quantity bsd:salt }
