# fails: MinCount bsv:Term4
INSERT DATA { bsv:Term4 a owl:Class ; rdfs:label "term"@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: LanguageIn bsv:Term5
INSERT DATA { bsv:Term5 a owl:Class ; rdfs:label "term"@en ; skos:definition "Wort."@de ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: UniqueLang bsv:Term6
INSERT DATA { bsv:Term6 a owl:Class ; rdfs:label "term"@en ; skos:definition "A."@en , "B."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: Pattern bsv:Term7
INSERT DATA { bsv:Term7 a owl:Class ; rdfs:label "term"@en ; skos:definition "no full stop"@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }
