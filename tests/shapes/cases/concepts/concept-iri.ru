# fails: Pattern bs:Bad_Name
INSERT DATA { bs:Bad_Name a skos:Concept , bsv:Condition ; skos:prefLabel "bad"@en ; skos:definition "Bad."@en ; bsv:describedAt <https://w3id.org/backspasm/document/calf#char=30,60> }
