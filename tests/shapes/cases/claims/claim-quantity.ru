# fails: Class bsc:calf-65
# after derivation
INSERT DATA { bsc:calf-65 bsv:quantity bsd:salt }
