# fails: Class bs:c2
INSERT DATA { bs:c2 bsv:namedAt bs:pain }
