# fails: Class bsc:calf-75
INSERT DATA { bsc:calf-75 bsv:site bs:pain }
