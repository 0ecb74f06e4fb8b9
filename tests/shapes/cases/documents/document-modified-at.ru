# fails: Class bsd:d4
INSERT DATA { bsd:d4 bsv:modifiedAt bs:pain }
