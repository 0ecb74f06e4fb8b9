# fails: Or bsc:calf-77
DELETE { bsc:calf-77 rdf:subject ?old } INSERT { bsc:calf-77 rdf:subject bs:old-name } WHERE { bsc:calf-77 rdf:subject ?old }

# fails: Or bsc:calf-78
DELETE { bsc:calf-78 rdf:object ?old } INSERT { bsc:calf-78 rdf:object bs:old-name } WHERE { bsc:calf-78 rdf:object ?old }

# fails: Or bsc:calf-79
INSERT DATA { bsc:calf-79 bsv:population bs:old-name }

# fails: Or bsc:calf-80
INSERT DATA { bsc:calf-80 bsv:scope bs:old-name }

# fails: Or bsc:calf-61
INSERT DATA { bsc:calf-61 bsv:site bs:old-back }

# fails: Or bsc:calf-62
# With a withdrawn claim.
DELETE { bsc:calf-62 rdf:subject ?old } INSERT { bsc:calf-62 rdf:subject bs:salt } WHERE { bsc:calf-62 rdf:subject ?old } ;
INSERT DATA { bsc:calf-62 bsv:jointlyWith bsc:calf-23 . bsc:calf-23 bsv:jointlyWith bsc:calf-62 }

# fails: Or bsc:calf-63
INSERT DATA { bsc:calf-63 bsv:contradicts bsc:calf-23 . bsc:calf-23 bsv:contradicts bsc:calf-63 }

# fails: Or bsf:f16
INSERT DATA { bsf:f16 bsv:about bs:old-name }

# fails: Or bs:c4
INSERT DATA { bs:c4 skos:broader bs:old-name }

# fails: Or bsx:fatigue--hp-0000002
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--hp-0000002
DELETE { bsx:fatigue--hp-0000002 owl:annotatedSource ?old } INSERT { bsx:fatigue--hp-0000002 owl:annotatedSource bs:old-name } WHERE { bsx:fatigue--hp-0000002 owl:annotatedSource ?old }

# fails: Or bsm:m7
# also: bsh:step-first-from Or <https://w3id.org/backspasm/mechanism/m7#1>
DELETE { bsm:m7 bsv:from ?old } INSERT { bsm:m7 bsv:from bs:old-name } WHERE { bsm:m7 bsv:from ?old }

# fails: Or bsm:m1
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m1#2>
DELETE { bsm:m1 bsv:to ?old } INSERT { bsm:m1 bsv:to bs:old-name } WHERE { bsm:m1 bsv:to ?old }
