# fails: In bsc:calf-57
DELETE { bsc:calf-57 bsv:basis ?old } INSERT { bsc:calf-57 bsv:basis bsv:Heading } WHERE { bsc:calf-57 bsv:basis ?old }
# after derivation
DELETE { bsc:calf-57 bsv:licenses ?old } INSERT { bsc:calf-57 bsv:licenses bsv:causes } WHERE { bsc:calf-57 bsv:licenses ?old }

# fails: In bsc:calf-58
DELETE { bsc:calf-58 bsv:basis ?old } INSERT { bsc:calf-58 bsv:basis bsv:ListItem } WHERE { bsc:calf-58 bsv:basis ?old }
# after derivation
DELETE { bsc:calf-58 bsv:licenses ?old } INSERT { bsc:calf-58 bsv:licenses bsv:causes } WHERE { bsc:calf-58 bsv:licenses ?old }
