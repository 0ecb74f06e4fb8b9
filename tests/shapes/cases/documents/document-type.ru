# fails: In bsd:d7
INSERT DATA { bsd:d7 a oa:SpecificResource }
