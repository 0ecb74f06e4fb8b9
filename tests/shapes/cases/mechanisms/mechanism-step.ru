# fails: MinCount bsm:one
INSERT DATA {
  bsm:one a bsv:Mechanism ; skos:prefLabel "one chain"@en ; bsv:from bs:running ; bsv:to bs:tear ; bsv:step <https://w3id.org/backspasm/mechanism/one#1> .
  <https://w3id.org/backspasm/mechanism/one#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-1 .
}

# fails: Class bsm:m1
# also: bsh:mechanism-last QualifiedMaxCount bsm:m1
INSERT DATA { bsm:m1 bsv:step bsd:salt }
