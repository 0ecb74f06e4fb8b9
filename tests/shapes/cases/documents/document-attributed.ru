# fails: Or bsd:d7
INSERT DATA { bsd:d7 dcterms:creator "A. Writer" }

# fails: Or bsd:d8
INSERT DATA { bsd:d8 dcterms:publisher "A Press" }
