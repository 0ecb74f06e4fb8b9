# fails: Or bsc:calf-41
DELETE { bsc:calf-41 bsv:certainty ?old } INSERT { bsc:calf-41 bsv:certainty bsv:Likely } WHERE { bsc:calf-41 bsv:certainty ?old }

# fails: Or bsc:calf-42
DELETE { bsc:calf-42 bsv:certainty ?old } INSERT { bsc:calf-42 bsv:certainty bsv:Possible } WHERE { bsc:calf-42 bsv:certainty ?old }
