# fails: Or bsc:calf-62
# The same subject twice.
# also: bsh:claim-joint-alike Or bsc:calf-63
INSERT DATA { bsc:calf-62 bsv:jointlyWith bsc:calf-63 . bsc:calf-63 bsv:jointlyWith bsc:calf-62 }

# fails: Or bsc:calf-64
# Another object.
# also: bsh:claim-joint-alike Or bsc:calf-101
DELETE { bsc:calf-64 rdf:subject ?old } INSERT { bsc:calf-64 rdf:subject bs:salt } WHERE { bsc:calf-64 rdf:subject ?old } ;
INSERT DATA { bsc:calf-64 bsv:jointlyWith bsc:calf-101 . bsc:calf-101 bsv:jointlyWith bsc:calf-64 }

# fails: Or bsc:calf-65
# Another predicate.
# also: bsh:claim-joint-alike Or bsc:calf-66
DELETE { bsc:calf-65 rdf:subject ?old ; rdf:predicate ?old1 } INSERT { bsc:calf-65 rdf:subject bs:salt ; rdf:predicate bsv:contributesTo } WHERE { bsc:calf-65 rdf:subject ?old ; rdf:predicate ?old1 } ;
INSERT DATA { bsc:calf-65 bsv:jointlyWith bsc:calf-66 . bsc:calf-66 bsv:jointlyWith bsc:calf-65 }
