# fails: QualifiedMaxCount bsm:m3
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m3#1>
DELETE WHERE { <https://w3id.org/backspasm/mechanism/m3#1> bsv:next ?old }

# fails: QualifiedMinCount bsm:m5
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m5#2>
# also: bsh:step-joins-next Equals <https://w3id.org/backspasm/mechanism/m5#2>
# also: bsh:step-no-loop And <https://w3id.org/backspasm/mechanism/m5#2>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m5#2> bsv:next <https://w3id.org/backspasm/mechanism/m5#1> }
