# fails: In bsc:calf-64
INSERT DATA { bsc:calf-64 a oa:SpecificResource }
