# fails: MaxCount bsf:f5
INSERT DATA { bsf:f5 bsv:minimum 31 }

# fails: Or bsf:f6
DELETE { bsf:f6 bsv:minimum ?old } INSERT { bsf:f6 bsv:minimum "30"^^xsd:float } WHERE { bsf:f6 bsv:minimum ?old }

# fails: MinInclusive bsf:f7
DELETE { bsf:f7 bsv:minimum ?old } INSERT { bsf:f7 bsv:minimum "-1"^^xsd:integer } WHERE { bsf:f7 bsv:minimum ?old }

# fails: LessThan bsf:f8
DELETE { bsf:f8 bsv:minimum ?old } INSERT { bsf:f8 bsv:minimum 50 } WHERE { bsf:f8 bsv:minimum ?old }
