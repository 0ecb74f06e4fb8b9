# fails: Class bsd:d6
INSERT DATA { bsd:d6 bsv:describedAt bs:pain }
