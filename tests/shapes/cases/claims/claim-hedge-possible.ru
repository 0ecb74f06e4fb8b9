# fails: Or bsc:calf-43
INSERT DATA { bsc:calf-43 bsv:hedge "May"@en }

# fails: Or bsc:calf-44
DELETE { bsc:calf-44 bsv:certainty ?old } INSERT { bsc:calf-44 bsv:certainty bsv:Likely } WHERE { bsc:calf-44 bsv:certainty ?old } ;
INSERT DATA { bsc:calf-44 bsv:hedge "usually can"@en }
