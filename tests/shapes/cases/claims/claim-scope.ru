# fails: Class bsc:calf-76
INSERT DATA { bsc:calf-76 bsv:scope bsc:calf-1 }
