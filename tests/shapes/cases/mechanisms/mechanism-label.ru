# fails: MinCount bsm:m5
DELETE WHERE { bsm:m5 skos:prefLabel ?old }

# fails: LanguageIn bsm:m6
DELETE { bsm:m6 skos:prefLabel ?old } INSERT { bsm:m6 skos:prefLabel "Another chain"@de } WHERE { bsm:m6 skos:prefLabel ?old }

# fails: UniqueLang bsm:m7
INSERT DATA { bsm:m7 skos:prefLabel "Another chain"@en }

# fails: Pattern bsm:m1
DELETE { bsm:m1 skos:prefLabel ?old } INSERT { bsm:m1 skos:prefLabel " a space before"@en } WHERE { bsm:m1 skos:prefLabel ?old }
