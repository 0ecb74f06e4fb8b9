# fails: In bsf:f14
INSERT DATA { bsf:f14 a oa:SpecificResource }
