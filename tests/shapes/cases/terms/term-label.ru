# fails: MinCount bsv:Term1
INSERT DATA { bsv:Term1 a owl:Class ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: LanguageIn bsv:Term2
INSERT DATA { bsv:Term2 a owl:Class ; rdfs:label "term" ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: UniqueLang bsv:Term3
INSERT DATA { bsv:Term3 a owl:Class ; rdfs:label "term"@en , "word"@en ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }

# fails: MinCount bsv:term11
# fails: MinCount bsv:term12
# fails: MinCount bsv:term13
# fails: MinCount bsv:term14
INSERT DATA { bsv:term11 a owl:ObjectProperty ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> . bsv:term12 a owl:DatatypeProperty ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> . bsv:term13 a owl:AnnotationProperty ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> . bsv:term14 a owl:NamedIndividual ; skos:definition "A term."@en ; rdfs:isDefinedBy <https://w3id.org/backspasm/vocab/> }
