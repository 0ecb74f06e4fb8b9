# fails: Node <https://w3id.org/backspasm/mechanism/soft#1>
INSERT DATA {
  bsm:soft a bsv:Mechanism ; skos:prefLabel "soft chain"@en ; bsv:from bs:swelling ; bsv:to bs:back ; bsv:step <https://w3id.org/backspasm/mechanism/soft#1> , <https://w3id.org/backspasm/mechanism/soft#2> .
  <https://w3id.org/backspasm/mechanism/soft#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-11 ; bsv:next <https://w3id.org/backspasm/mechanism/soft#2> .
  <https://w3id.org/backspasm/mechanism/soft#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-9 .
}
