# fails: Class bsc:calf-69
INSERT DATA { bsc:calf-69 bsv:frequency bsv:Chronic }

# fails: MaxCount bsc:calf-70
INSERT DATA { bsc:calf-70 bsv:frequency bsv:Commonly , bsv:Sometimes }
