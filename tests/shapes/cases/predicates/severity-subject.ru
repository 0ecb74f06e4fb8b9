# fails: Or bsc:calf-71
DELETE { bsc:calf-71 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-71 rdf:subject bs:massage ; rdf:predicate bsv:contributesToSeverityOf ; rdf:object bs:pain } WHERE { bsc:calf-71 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
