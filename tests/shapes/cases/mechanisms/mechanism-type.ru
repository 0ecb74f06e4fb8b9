# fails: In bsm:m6
INSERT DATA { bsm:m6 a oa:SpecificResource }
