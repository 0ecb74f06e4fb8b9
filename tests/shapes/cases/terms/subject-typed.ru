# fails: SPARQL <https://w3id.org/backspasm/vocab/> bsx:z2
INSERT DATA { bsx:z2 rdfs:comment "a word"@en }
