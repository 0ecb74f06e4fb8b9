# fails: MinCount bsc:calf-80
# also: bsh:claim-evidence-cited Xone bsc:calf-80
DELETE WHERE { bsc:calf-80 bsv:evidence ?old }

# fails: MaxCount bsc:calf-61
INSERT DATA { bsc:calf-61 bsv:evidence obo:ECO_0000033 }

# fails: In bsc:calf-62
DELETE { bsc:calf-62 bsv:evidence ?old } INSERT { bsc:calf-62 bsv:evidence obo:ECO_0000001 } WHERE { bsc:calf-62 bsv:evidence ?old } ;
INSERT DATA { bsc:calf-62 bsv:citedWork <https://doi.org/10.1000/3> }
