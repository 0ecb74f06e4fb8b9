# fails: NodeKind bsf:f14
DELETE { bsf:f14 bsv:evidence ?old } INSERT { bsf:f14 bsv:evidence obo:ECO_0000033 } WHERE { bsf:f14 bsv:evidence ?old } ;
INSERT DATA { bsf:f14 bsv:citedWork "A book" }

# fails: NodeKind bsf:f14
DELETE { bsf:f14 bsv:evidence ?old } INSERT { bsf:f14 bsv:evidence obo:ECO_0000033 } WHERE { bsf:f14 bsv:evidence ?old } ;
INSERT DATA { bsf:f14 bsv:citedWork _:work }
