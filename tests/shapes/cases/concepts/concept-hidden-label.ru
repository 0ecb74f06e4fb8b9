# fails: Disjoint bs:c2
INSERT DATA { bs:c2 skos:hiddenLabel "c2"@en }

# fails: Disjoint bs:c3
INSERT DATA { bs:c3 skos:hiddenLabel "one"@en ; skos:altLabel "one"@en }

# fails: LanguageIn bs:c4
INSERT DATA { bs:c4 skos:hiddenLabel "another name"@de }

# fails: Pattern bs:c5
INSERT DATA { bs:c5 skos:hiddenLabel "two\nlines"@en }
