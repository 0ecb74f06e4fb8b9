# fails: MinCount bsv:Term8
INSERT DATA { bsv:Term8 a owl:Class ; rdfs:label "term"@en ; skos:definition "A term."@en }

# fails: MaxCount bsv:Term9
INSERT DATA { bsv:Term9 a owl:Class ; rdfs:label "term"@en ; skos:definition "A term."@en ; rdfs:isDefinedBy bsv: , <https://example.org/> }

# fails: NodeKind bsv:Term10
INSERT DATA { bsv:Term10 a owl:Class ; rdfs:label "term"@en ; skos:definition "A term."@en ; rdfs:isDefinedBy "here" }

# fails: NodeKind bsv:Term16
INSERT DATA { bsv:Term16 a owl:Class ; rdfs:label "term"@en ; skos:definition "A term."@en ; rdfs:isDefinedBy _:home }
