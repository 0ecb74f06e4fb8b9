# fails: MaxCount bsf:f5
INSERT DATA { bsf:f5 bsv:maximum 51 }

# fails: Or bsf:f6
DELETE { bsf:f6 bsv:maximum ?old } INSERT { bsf:f6 bsv:maximum "50"^^xsd:float } WHERE { bsf:f6 bsv:maximum ?old }
