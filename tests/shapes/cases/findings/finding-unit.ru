# fails: Class bsf:f1
# also: bsh:finding-unit-fits Or bsf:f1
DELETE { bsf:f1 qudt:hasUnit ?old } INSERT { bsf:f1 qudt:hasUnit bs:pain } WHERE { bsf:f1 qudt:hasUnit ?old }
