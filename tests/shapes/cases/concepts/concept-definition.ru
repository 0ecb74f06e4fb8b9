# fails: MinCount bs:c6
DELETE WHERE { bs:c6 skos:definition ?old }

# fails: LanguageIn bs:c7
DELETE { bs:c7 skos:definition ?old } INSERT { bs:c7 skos:definition "Some words."@de } WHERE { bs:c7 skos:definition ?old }

# fails: UniqueLang bs:c1
INSERT DATA { bs:c1 skos:definition "Some words."@en }

# fails: Pattern bs:c2
DELETE { bs:c2 skos:definition ?old } INSERT { bs:c2 skos:definition "no full stop"@en } WHERE { bs:c2 skos:definition ?old }
