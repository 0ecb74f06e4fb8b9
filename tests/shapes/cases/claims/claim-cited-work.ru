# fails: NodeKind bsc:calf-65
DELETE { bsc:calf-65 bsv:evidence ?old } INSERT { bsc:calf-65 bsv:evidence obo:ECO_0000033 } WHERE { bsc:calf-65 bsv:evidence ?old } ;
INSERT DATA { bsc:calf-65 bsv:citedWork "A book" }

# fails: NodeKind bsc:calf-65
DELETE { bsc:calf-65 bsv:evidence ?old } INSERT { bsc:calf-65 bsv:evidence obo:ECO_0000033 } WHERE { bsc:calf-65 bsv:evidence ?old } ;
INSERT DATA { bsc:calf-65 bsv:citedWork _:work }
