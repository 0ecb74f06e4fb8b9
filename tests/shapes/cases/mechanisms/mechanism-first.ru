# fails: QualifiedMinCount bsm:late
INSERT DATA {
  bsm:late a bsv:Mechanism ; skos:prefLabel "late chain"@en ; bsv:from bs:running ; bsv:to bs:swelling ; bsv:step <https://w3id.org/backspasm/mechanism/late#2> , <https://w3id.org/backspasm/mechanism/late#3> .
  <https://w3id.org/backspasm/mechanism/late#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/late#3> .
  <https://w3id.org/backspasm/mechanism/late#3> a bsv:Step ; bsv:position 3 ; bsv:claim bsc:calf-32 .
}

# fails: QualifiedMaxCount bsm:m4
# also: bsh:step-name SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m4#2>
# also: bsh:step-order SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m4#1>
# also: bsh:step-first-from Or <https://w3id.org/backspasm/mechanism/m4#2>
DELETE { <https://w3id.org/backspasm/mechanism/m4#2> bsv:position ?old } INSERT { <https://w3id.org/backspasm/mechanism/m4#2> bsv:position 1 } WHERE { <https://w3id.org/backspasm/mechanism/m4#2> bsv:position ?old }
