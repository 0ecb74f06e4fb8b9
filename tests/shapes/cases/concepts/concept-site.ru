# fails: Class bs:c7
INSERT DATA { bs:c7 bsv:site bs:pain }
