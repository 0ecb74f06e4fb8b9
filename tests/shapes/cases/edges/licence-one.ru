# fails: MaxCount bsc:calf-45
# after derivation
INSERT DATA { bsc:calf-45 bsv:licenses bsv:mayCause }
