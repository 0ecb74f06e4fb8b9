# fails: Or bsc:calf-74
INSERT DATA { bsc:calf-74 bsv:population bs:swelling }
