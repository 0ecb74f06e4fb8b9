# fails: Class bs:c3
INSERT DATA { bs:c3 bsv:describedAt bs:pain }
