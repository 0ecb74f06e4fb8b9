# fails: Closed bsf:f15
INSERT DATA { bsf:f15 rdfs:comment "a word"@en }
