# fails: Datatype bsd:d2
INSERT DATA { bsd:d2 dcterms:creator "A. Writer"@en ; bsv:attributionAt <https://w3id.org/backspasm/document/d2#char=0,30> }

# fails: MinLength bsd:d3
INSERT DATA { bsd:d3 dcterms:creator "" ; bsv:attributionAt <https://w3id.org/backspasm/document/d3#char=0,30> }
