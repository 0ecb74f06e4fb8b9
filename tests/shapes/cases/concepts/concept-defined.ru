# fails: Class bs:c1
INSERT DATA { bs:c1 bsv:definedAt bs:pain }
