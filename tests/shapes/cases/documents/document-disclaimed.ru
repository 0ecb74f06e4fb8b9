# fails: Or bsd:d2
INSERT DATA { bsd:d2 bsv:disclaimer "No advice."@en }
