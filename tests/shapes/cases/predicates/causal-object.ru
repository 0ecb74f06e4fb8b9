# fails: Or bsc:calf-68
DELETE { bsc:calf-68 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-68 rdf:subject bs:running ; rdf:predicate bsv:causes ; rdf:object bs:old-age } WHERE { bsc:calf-68 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsc:calf-69
DELETE { bsc:calf-69 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-69 rdf:subject bs:running ; rdf:predicate bsv:mayCause ; rdf:object bs:back } WHERE { bsc:calf-69 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsc:calf-70
DELETE { bsc:calf-70 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-70 rdf:subject bs:running ; rdf:predicate bsv:contributesTo ; rdf:object bs:salt } WHERE { bsc:calf-70 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
