# fails: MinCount bs:scheme-1
# also: bsh:Scheme In bs:scheme-1
INSERT DATA { bs:scheme-1 a skos:ConceptScheme ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }

# fails: LanguageIn bs:scheme-2
# also: bsh:Scheme In bs:scheme-2
INSERT DATA { bs:scheme-2 a skos:ConceptScheme ; dcterms:title "Titel"@de ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }

# fails: UniqueLang bs:scheme-3
# also: bsh:Scheme In bs:scheme-3
INSERT DATA { bs:scheme-3 a skos:ConceptScheme ; dcterms:title "one"@en , "two"@en ; dcterms:description "d"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }
