# fails: Pattern <https://w3id.org/backspasm/mechanism/zero#01>
# also: bsh:mechanism-first QualifiedMinCount bsm:zero
INSERT DATA {
  bsm:zero a bsv:Mechanism ; skos:prefLabel "zero chain"@en ; bsv:from bs:running ; bsv:to bs:swelling ; bsv:step <https://w3id.org/backspasm/mechanism/zero#01> , <https://w3id.org/backspasm/mechanism/zero#2> .
  <https://w3id.org/backspasm/mechanism/zero#01> a bsv:Step ; bsv:position 01 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/zero#2> .
  <https://w3id.org/backspasm/mechanism/zero#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-32 .
}
