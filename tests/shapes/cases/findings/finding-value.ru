# fails: MaxCount bsf:f1
INSERT DATA { bsf:f1 bsv:value 43 }

# fails: Or bsf:f2
DELETE { bsf:f2 bsv:value ?old } INSERT { bsf:f2 bsv:value "42"^^xsd:float } WHERE { bsf:f2 bsv:value ?old }

# fails: MinInclusive bsf:f3
DELETE { bsf:f3 bsv:value ?old } INSERT { bsf:f3 bsv:value "-1"^^xsd:integer } WHERE { bsf:f3 bsv:value ?old }
