# fails: Or bsc:calf-79
DELETE { bsc:calf-79 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-79 rdf:subject bs:running ; rdf:predicate bsv:treats ; rdf:object bs:pain } WHERE { bsc:calf-79 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
