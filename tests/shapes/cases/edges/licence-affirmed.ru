# fails: In bsc:calf-64
# after derivation
INSERT DATA { bsc:calf-64 bsv:licenses bsv:causes }
