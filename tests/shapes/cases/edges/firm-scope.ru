# fails: MaxCount bsc:calf-55
INSERT DATA { bsc:calf-55 bsv:scope bs:arthritis }
# after derivation
DELETE { bsc:calf-55 bsv:licenses ?old } INSERT { bsc:calf-55 bsv:licenses bsv:causes } WHERE { bsc:calf-55 bsv:licenses ?old }
