# fails: MinCount bs:c1
DELETE WHERE { bs:c1 skos:prefLabel ?old }

# fails: LanguageIn bs:c2
DELETE { bs:c2 skos:prefLabel ?old } INSERT { bs:c2 skos:prefLabel "another name"@de } WHERE { bs:c2 skos:prefLabel ?old }

# fails: UniqueLang bs:c3
INSERT DATA { bs:c3 skos:prefLabel "another name"@en }

# fails: Pattern bs:c4
DELETE { bs:c4 skos:prefLabel ?old } INSERT { bs:c4 skos:prefLabel " spaces around "@en } WHERE { bs:c4 skos:prefLabel ?old }
