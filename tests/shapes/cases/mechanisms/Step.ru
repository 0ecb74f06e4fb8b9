# fails: Closed <https://w3id.org/backspasm/mechanism/m6#1>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m6#1> rdfs:comment "a word"@en }
