# fails: MinCount bsd:d8
DELETE WHERE { bsd:d8 dcterms:format ?old }

# fails: In bsd:d1
DELETE { bsd:d1 dcterms:format ?old } INSERT { bsd:d1 dcterms:format "text/html" } WHERE { bsd:d1 dcterms:format ?old }
