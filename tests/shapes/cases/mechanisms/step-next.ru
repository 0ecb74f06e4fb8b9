# fails: MaxCount <https://w3id.org/backspasm/mechanism/m1#1>
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m1#1>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m1#1> bsv:next <https://w3id.org/backspasm/mechanism/m2#2> }

# fails: Class <https://w3id.org/backspasm/mechanism/m7#1>
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m7#1>
# also: bsh:step-joins-next Equals <https://w3id.org/backspasm/mechanism/m7#1>
DELETE { <https://w3id.org/backspasm/mechanism/m7#1> bsv:next ?old } INSERT { <https://w3id.org/backspasm/mechanism/m7#1> bsv:next bsd:salt } WHERE { <https://w3id.org/backspasm/mechanism/m7#1> bsv:next ?old }
