# fails: MinCount bsc:calf-77
DELETE WHERE { bsc:calf-77 bsv:basis ?old }

# fails: MaxCount bsc:calf-78
INSERT DATA { bsc:calf-78 bsv:basis bsv:Heading }

# fails: In bsc:calf-79
DELETE { bsc:calf-79 bsv:basis ?old } INSERT { bsc:calf-79 bsv:basis bsv:Rumour } WHERE { bsc:calf-79 bsv:basis ?old }
