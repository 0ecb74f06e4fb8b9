# fails: MaxCount bsc:calf-56
INSERT DATA { bsc:calf-56 bsv:jointlyWith bsc:salt-1 . bsc:salt-1 bsv:jointlyWith bsc:calf-56 }
# after derivation
DELETE { bsc:calf-56 bsv:licenses ?old } INSERT { bsc:calf-56 bsv:licenses bsv:causes } WHERE { bsc:calf-56 bsv:licenses ?old }
