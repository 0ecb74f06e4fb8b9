# fails: MinCount bs:scheme-9
# also: bsh:Scheme In bs:scheme-9
INSERT DATA { bs:scheme-9 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c" }

# fails: MaxCount bs:scheme-10
# also: bsh:Scheme In bs:scheme-10
INSERT DATA { bs:scheme-10 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/a> , <https://example.org/b> }

# fails: NodeKind bs:scheme-11
# also: bsh:Scheme In bs:scheme-11
INSERT DATA { bs:scheme-11 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license "CC BY" }

# fails: NodeKind bs:scheme-12
# also: bsh:Scheme In bs:scheme-12
INSERT DATA { bs:scheme-12 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license _:licence }
