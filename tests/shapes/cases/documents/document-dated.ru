# fails: Or bsd:d1
INSERT DATA { bsd:d1 dcterms:modified "2020-01-01"^^xsd:date }
