# fails: Pattern bsc:calf-007
INSERT { bsc:calf-007 ?p ?o } WHERE { bsc:calf-61 ?p ?o }
