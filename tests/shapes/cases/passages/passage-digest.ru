# fails: MinCount <https://w3id.org/backspasm/document/d2#char=30,60>
DELETE WHERE { <https://w3id.org/backspasm/document/d2#char=30,60> bsv:sha256 ?old }

# fails: MaxCount <https://w3id.org/backspasm/document/d3#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d3#char=30,60> bsv:sha256 "abababababababababababababababababababababababababababababababab" }

# fails: Datatype <https://w3id.org/backspasm/document/d4#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d4#char=30,60> bsv:sha256 ?old } INSERT { <https://w3id.org/backspasm/document/d4#char=30,60> bsv:sha256 "abababababababababababababababababababababababababababababababab"^^xsd:token } WHERE { <https://w3id.org/backspasm/document/d4#char=30,60> bsv:sha256 ?old }

# fails: Pattern <https://w3id.org/backspasm/document/d5#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d5#char=30,60> bsv:sha256 ?old } INSERT { <https://w3id.org/backspasm/document/d5#char=30,60> bsv:sha256 "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB" } WHERE { <https://w3id.org/backspasm/document/d5#char=30,60> bsv:sha256 ?old }
