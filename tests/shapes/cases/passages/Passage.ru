# fails: Closed <https://w3id.org/backspasm/document/d8#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d8#char=30,60> rdfs:comment "a word"@en }
