# fails: SPARQL bsv:Claim bsc:salt-9
INSERT { bsc:salt-9 ?p ?o } WHERE { bsc:calf-61 ?p ?o }
