# fails: MinCount bsf:f9
# also: bsh:finding-evidence-cited Xone bsf:f9
DELETE WHERE { bsf:f9 bsv:evidence ?old }

# fails: MaxCount bsf:f10
INSERT DATA { bsf:f10 bsv:evidence obo:ECO_0000033 }

# fails: In bsf:f11
DELETE { bsf:f11 bsv:evidence ?old } INSERT { bsf:f11 bsv:evidence obo:ECO_0000001 } WHERE { bsf:f11 bsv:evidence ?old } ;
INSERT DATA { bsf:f11 bsv:citedWork <https://doi.org/10.1000/3> }
