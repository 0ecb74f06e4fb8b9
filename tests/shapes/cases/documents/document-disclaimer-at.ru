# fails: Class bsd:d5
INSERT DATA { bsd:d5 bsv:disclaimerAt bs:pain }
