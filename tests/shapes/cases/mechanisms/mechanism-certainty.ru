# fails: MinCount bsm:m1
# after derivation
DELETE WHERE { bsm:m1 bsv:certainty ?old }

# fails: MaxCount bsm:m4
INSERT DATA { bsm:m4 bsv:certainty bsv:Possible }

# fails: In bsm:m3
# after derivation
DELETE { bsm:m3 bsv:certainty ?old } INSERT { bsm:m3 bsv:certainty bsv:Sure } WHERE { bsm:m3 bsv:certainty ?old }
