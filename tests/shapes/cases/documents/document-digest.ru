# fails: MinCount bsd:d1
DELETE WHERE { bsd:d1 bsv:sha256 ?old }

# fails: MaxCount bsd:d2
INSERT DATA { bsd:d2 bsv:sha256 "abababababababababababababababababababababababababababababababab" }

# fails: Datatype bsd:d3
DELETE { bsd:d3 bsv:sha256 ?old } INSERT { bsd:d3 bsv:sha256 "abababababababababababababababababababababababababababababababab"^^xsd:token } WHERE { bsd:d3 bsv:sha256 ?old }

# fails: Pattern bsd:d4
DELETE { bsd:d4 bsv:sha256 ?old } INSERT { bsd:d4 bsv:sha256 "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB" } WHERE { bsd:d4 bsv:sha256 ?old }
