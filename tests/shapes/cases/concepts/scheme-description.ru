# fails: MinCount bs:scheme-4
# also: bsh:Scheme In bs:scheme-4
INSERT DATA { bs:scheme-4 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }

# fails: LanguageIn bs:scheme-5
# also: bsh:Scheme In bs:scheme-5
INSERT DATA { bs:scheme-5 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "Titel"@de ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }

# fails: UniqueLang bs:scheme-6
# also: bsh:Scheme In bs:scheme-6
INSERT DATA { bs:scheme-6 a skos:ConceptScheme ; dcterms:title "t"@en ; dcterms:description "one"@en , "two"@en ; dcterms:creator "c" ; dcterms:license <https://example.org/licence> }
