# fails: Class bsd:d3
INSERT DATA { bsd:d3 bsv:attributionAt bs:pain }
