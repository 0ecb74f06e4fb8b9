# fails: MinCount <https://w3id.org/backspasm/mechanism/m1#2>
# also: bsh:step-joins-next Equals <https://w3id.org/backspasm/mechanism/m1#1>
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m1#2>
DELETE WHERE { <https://w3id.org/backspasm/mechanism/m1#2> bsv:claim ?old }

# fails: MaxCount <https://w3id.org/backspasm/mechanism/m1#2>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m1#2> bsv:claim bsc:calf-34 }

# fails: Class <https://w3id.org/backspasm/mechanism/m4#2>
# also: bsh:step-joins-next Equals <https://w3id.org/backspasm/mechanism/m4#1>
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m4#2>
# also: bsh:step-claim-affirmed Node <https://w3id.org/backspasm/mechanism/m4#2>
DELETE { <https://w3id.org/backspasm/mechanism/m4#2> bsv:claim ?old } INSERT { <https://w3id.org/backspasm/mechanism/m4#2> bsv:claim bsd:salt } WHERE { <https://w3id.org/backspasm/mechanism/m4#2> bsv:claim ?old }
