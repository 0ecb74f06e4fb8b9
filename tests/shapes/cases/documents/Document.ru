# fails: Closed bsd:d8
INSERT DATA { bsd:d8 rdfs:comment "a word"@en }
