# fails: SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/even#2>
INSERT DATA {
  bsm:odd a bsv:Mechanism ; skos:prefLabel "odd chain"@en ; bsv:from bs:running ; bsv:to bs:swelling ; bsv:step <https://w3id.org/backspasm/mechanism/odd#1> , <https://w3id.org/backspasm/mechanism/even#2> .
  <https://w3id.org/backspasm/mechanism/odd#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/even#2> .
  <https://w3id.org/backspasm/mechanism/even#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-32 .
}
