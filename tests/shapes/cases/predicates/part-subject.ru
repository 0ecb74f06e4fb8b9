# fails: Class bsc:calf-66
DELETE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-66 rdf:subject bs:pain ; rdf:predicate bsv:partOf ; rdf:object bs:back } WHERE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
