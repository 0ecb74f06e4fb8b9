# fails: Class bs:c2
# after derivation
INSERT DATA { bs:c2 bsv:mechanism bsd:salt }
