# fails: MinCount bsc:calf-74
DELETE WHERE { bsc:calf-74 bsv:certainty ?old }

# fails: MaxCount bsc:calf-75
INSERT DATA { bsc:calf-75 bsv:certainty bsv:Likely }

# fails: In bsc:calf-76
DELETE { bsc:calf-76 bsv:certainty ?old } INSERT { bsc:calf-76 bsv:certainty bsv:Sure } WHERE { bsc:calf-76 bsv:certainty ?old }
