# fails: Class bsd:d4
# after derivation
INSERT DATA { bsd:d4 bsv:mechanism bsd:salt }
