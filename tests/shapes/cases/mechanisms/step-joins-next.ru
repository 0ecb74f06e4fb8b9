# fails: Equals <https://w3id.org/backspasm/mechanism/apart#1>
INSERT DATA {
  bsm:apart a bsv:Mechanism ; skos:prefLabel "apart chain"@en ; bsv:from bs:running ; bsv:to bs:back-muscle-spasm ; bsv:step <https://w3id.org/backspasm/mechanism/apart#1> , <https://w3id.org/backspasm/mechanism/apart#2> .
  <https://w3id.org/backspasm/mechanism/apart#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/apart#2> .
  <https://w3id.org/backspasm/mechanism/apart#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-35 .
}
