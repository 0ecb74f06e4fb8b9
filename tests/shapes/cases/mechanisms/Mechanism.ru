# fails: Closed bsm:m7
INSERT DATA { bsm:m7 rdfs:comment "a word"@en }
