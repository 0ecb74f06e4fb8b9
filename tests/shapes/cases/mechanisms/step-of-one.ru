# fails: MinCount <https://w3id.org/backspasm/mechanism/alone#2>
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/alone#2>
INSERT DATA { <https://w3id.org/backspasm/mechanism/alone#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-1 }
