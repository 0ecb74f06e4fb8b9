# fails: MinCount <https://w3id.org/backspasm/mechanism/m4#2>
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m4#1>
DELETE WHERE { <https://w3id.org/backspasm/mechanism/m4#2> bsv:position ?old }

# fails: MaxCount <https://w3id.org/backspasm/mechanism/m3#2>
# also: bsh:step-name SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m3#2>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m3#2> bsv:position 3 }

# fails: Datatype <https://w3id.org/backspasm/mechanism/m5#2>
DELETE { <https://w3id.org/backspasm/mechanism/m5#2> bsv:position ?old } INSERT { <https://w3id.org/backspasm/mechanism/m5#2> bsv:position "2"^^xsd:int } WHERE { <https://w3id.org/backspasm/mechanism/m5#2> bsv:position ?old }

# fails: MinInclusive <https://w3id.org/backspasm/mechanism/m6#2>
# also: bsh:step-name SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m6#2>
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m6#1>
DELETE { <https://w3id.org/backspasm/mechanism/m6#2> bsv:position ?old } INSERT { <https://w3id.org/backspasm/mechanism/m6#2> bsv:position 0 } WHERE { <https://w3id.org/backspasm/mechanism/m6#2> bsv:position ?old }
