# fails: MinCount bs:scheme-7
# also: bsh:Scheme In bs:scheme-7
INSERT DATA { bs:scheme-7 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:license <https://example.org/licence> }

# fails: Datatype bs:scheme-8
# also: bsh:Scheme In bs:scheme-8
INSERT DATA { bs:scheme-8 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c"@en ; dcterms:license <https://example.org/licence> }
