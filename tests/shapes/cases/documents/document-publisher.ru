# fails: Datatype bsd:d4
INSERT DATA { bsd:d4 dcterms:publisher "A Press"@en ; bsv:attributionAt <https://w3id.org/backspasm/document/d4#char=0,30> }

# fails: MinLength bsd:d5
INSERT DATA { bsd:d5 dcterms:publisher "" ; bsv:attributionAt <https://w3id.org/backspasm/document/d5#char=0,30> }

# fails: MaxCount bsd:d6
INSERT DATA { bsd:d6 dcterms:publisher "A" , "B" ; bsv:attributionAt <https://w3id.org/backspasm/document/d6#char=0,30> }
