# fails: In bs:other
INSERT DATA { <https://w3id.org/backspasm/concept/other> a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }

# fails: Closed bs:
INSERT DATA { bs: bsv:curatorNote "A note."@en }
