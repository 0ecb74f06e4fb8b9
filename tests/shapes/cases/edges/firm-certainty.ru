# fails: In bsc:calf-53
DELETE { bsc:calf-53 bsv:certainty ?old } INSERT { bsc:calf-53 bsv:certainty bsv:Possible } WHERE { bsc:calf-53 bsv:certainty ?old } ;
INSERT DATA { bsc:calf-53 bsv:hedge "may"@en }
# after derivation
DELETE { bsc:calf-53 bsv:licenses ?old } INSERT { bsc:calf-53 bsv:licenses bsv:causes } WHERE { bsc:calf-53 bsv:licenses ?old }
