# fails: MinCount bsd:d5
DELETE WHERE { bsd:d5 bsv:characters ?old }

# fails: MaxCount bsd:d6
INSERT DATA { bsd:d6 bsv:characters 120 }

# fails: Datatype bsd:d7
DELETE { bsd:d7 bsv:characters ?old } INSERT { bsd:d7 bsv:characters "100"^^xsd:int } WHERE { bsd:d7 bsv:characters ?old }

# fails: MinInclusive bsd:d8
# also: bsh:passage-inside SPARQL bsv:Passage <https://w3id.org/backspasm/document/d8#char=0,30>
# also: bsh:passage-inside SPARQL bsv:Passage <https://w3id.org/backspasm/document/d8#char=30,60>
DELETE { bsd:d8 bsv:characters ?old } INSERT { bsd:d8 bsv:characters 0 } WHERE { bsd:d8 bsv:characters ?old }
