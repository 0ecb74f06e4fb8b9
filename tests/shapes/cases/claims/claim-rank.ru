# fails: Class bsc:calf-71
INSERT DATA { bsc:calf-71 bsv:rank bsv:Commonly }

# fails: MaxCount bsc:calf-72
INSERT DATA { bsc:calf-72 bsv:rank bsv:MainCause , bsv:CommonCause }
