# fails: Datatype bsd:d7
INSERT DATA { bsd:d7 dcterms:modified "2020"^^xsd:gYear ; bsv:modifiedAt <https://w3id.org/backspasm/document/d7#char=0,30> }

# fails: MaxCount bsd:d8
INSERT DATA { bsd:d8 dcterms:modified "2020-01-01"^^xsd:date , "2021-01-01"^^xsd:date ; bsv:modifiedAt <https://w3id.org/backspasm/document/d8#char=0,30> }
