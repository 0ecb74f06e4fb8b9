# fails: SPARQL bsv:Document bsd:d3
INSERT DATA { bsd:d3 bsv:describedAt <https://w3id.org/backspasm/document/salt#char=0,30> }
