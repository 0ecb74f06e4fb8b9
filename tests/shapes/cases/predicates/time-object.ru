# fails: Or bsc:calf-74
DELETE { bsc:calf-74 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-74 rdf:subject bs:pain ; rdf:predicate bsv:precedes ; rdf:object bs:salt } WHERE { bsc:calf-74 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
