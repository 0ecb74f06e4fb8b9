# fails: And <https://w3id.org/backspasm/mechanism/round#1>
INSERT DATA {
  bsm:round a bsv:Mechanism ; skos:prefLabel "round chain"@en ; bsv:from bs:fatigue ; bsv:to bs:fatigue ; bsv:step <https://w3id.org/backspasm/mechanism/round#1> , <https://w3id.org/backspasm/mechanism/round#2> .
  <https://w3id.org/backspasm/mechanism/round#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-39 ; bsv:next <https://w3id.org/backspasm/mechanism/round#2> .
  <https://w3id.org/backspasm/mechanism/round#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-37 .
}
