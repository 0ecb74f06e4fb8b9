# fails: Or bsc:calf-80
DELETE { bsc:calf-80 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-80 rdf:subject bs:massage ; rdf:predicate bsv:prevents ; rdf:object bs:running } WHERE { bsc:calf-80 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsc:calf-61
DELETE { bsc:calf-61 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-61 rdf:subject bs:massage ; rdf:predicate bsv:mayTreat ; rdf:object bs:salt } WHERE { bsc:calf-61 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
