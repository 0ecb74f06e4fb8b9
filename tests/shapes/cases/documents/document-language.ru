# fails: MinCount bsd:d4
DELETE WHERE { bsd:d4 dcterms:language ?old }

# fails: MaxCount bsd:d5
INSERT DATA { bsd:d5 dcterms:language "de" }

# fails: Datatype bsd:d6
DELETE { bsd:d6 dcterms:language ?old } INSERT { bsd:d6 dcterms:language "en"^^xsd:token } WHERE { bsd:d6 dcterms:language ?old }

# fails: Pattern bsd:d7
DELETE { bsd:d7 dcterms:language ?old } INSERT { bsd:d7 dcterms:language "EN" } WHERE { bsd:d7 dcterms:language ?old }
