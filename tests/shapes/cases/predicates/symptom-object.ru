# fails: Or bsc:calf-78
DELETE { bsc:calf-78 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-78 rdf:subject bs:pain ; rdf:predicate bsv:resembles ; rdf:object bs:running } WHERE { bsc:calf-78 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
