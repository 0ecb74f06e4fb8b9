# fails: MinCount bsf:f9
DELETE WHERE { bsf:f9 bsv:about ?old }

# fails: Or bsf:f10
INSERT DATA { bsf:f10 bsv:about bsd:d1 }
