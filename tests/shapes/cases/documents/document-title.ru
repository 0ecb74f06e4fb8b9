# fails: MinCount bsd:d1
DELETE WHERE { bsd:d1 dcterms:title ?old }

# fails: LanguageIn bsd:d2
DELETE { bsd:d2 dcterms:title ?old } INSERT { bsd:d2 dcterms:title "Another"@de } WHERE { bsd:d2 dcterms:title ?old }

# fails: UniqueLang bsd:d3
INSERT DATA { bsd:d3 dcterms:title "Another"@en }
