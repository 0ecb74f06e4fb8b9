# fails: Or bsc:calf-65
DELETE { bsc:calf-65 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-65 rdf:subject bs:pain ; rdf:predicate bsv:frequentIn ; rdf:object bs:back } WHERE { bsc:calf-65 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
