# fails: Disjoint bs:c6
INSERT DATA { bs:c6 skos:altLabel "c6"@en }

# fails: LanguageIn bs:c7
INSERT DATA { bs:c7 skos:altLabel "another name"@de }

# fails: Pattern bs:c1
INSERT DATA { bs:c1 skos:altLabel "two\nlines"@en }
