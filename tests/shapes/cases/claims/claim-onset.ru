# fails: Class bsc:calf-77
INSERT DATA { bsc:calf-77 bsv:onset bsv:Chronic }
