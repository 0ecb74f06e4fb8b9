# fails: MinCount bsc:calf-71
DELETE WHERE { bsc:calf-71 bsv:polarity ?old }

# fails: MaxCount bsc:calf-72
# also: bsh:licence-affirmed In bsc:calf-72
INSERT DATA { bsc:calf-72 bsv:polarity bsv:Affirmed }

# fails: In bsc:calf-73
DELETE { bsc:calf-73 bsv:polarity ?old } INSERT { bsc:calf-73 bsv:polarity bsv:Doubted } WHERE { bsc:calf-73 bsv:polarity ?old }
