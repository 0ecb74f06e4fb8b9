# fails: LanguageIn bs:c1
INSERT DATA { bs:c1 skos:scopeNote "Some words."@de }

# fails: Pattern bs:c2
INSERT DATA { bs:c2 skos:scopeNote "no full stop"@en }
