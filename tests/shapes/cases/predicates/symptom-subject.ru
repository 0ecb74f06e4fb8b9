# fails: Or bsc:calf-77
DELETE { bsc:calf-77 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-77 rdf:subject bs:running ; rdf:predicate bsv:manifestsAs ; rdf:object bs:pain } WHERE { bsc:calf-77 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
