# fails: Class bsd:d3
# after derivation
INSERT DATA { bsd:d3 bsv:makesClaim bsd:salt }
