# fails: And <https://w3id.org/backspasm/mechanism/round#1>
INSERT DATA {
  bsm:round a bsv:Mechanism ; skos:prefLabel "round chain"@en ; bsv:from bs:fatigue ; bsv:to bs:fatigue ; bsv:step <https://w3id.org/backspasm/mechanism/round#1> , <https://w3id.org/backspasm/mechanism/round#2> .
  <https://w3id.org/backspasm/mechanism/round#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-39 ; bsv:next <https://w3id.org/backspasm/mechanism/round#2> .
  <https://w3id.org/backspasm/mechanism/round#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-37 .
}

# fails: And <https://w3id.org/backspasm/mechanism/whirl#1>
DELETE { bsc:calf-52 rdf:subject ?old ; rdf:object ?old1 } INSERT { bsc:calf-52 rdf:subject bs:swelling ; rdf:object bs:fatigue } WHERE { bsc:calf-52 rdf:subject ?old ; rdf:object ?old1 } ;
INSERT DATA {
  bsm:whirl a bsv:Mechanism ; skos:prefLabel "whirl chain"@en ; bsv:from bs:fatigue ; bsv:to bs:fatigue ; bsv:step <https://w3id.org/backspasm/mechanism/whirl#1> , <https://w3id.org/backspasm/mechanism/whirl#2> , <https://w3id.org/backspasm/mechanism/whirl#3> .
  <https://w3id.org/backspasm/mechanism/whirl#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-39 ; bsv:next <https://w3id.org/backspasm/mechanism/whirl#2> .
  <https://w3id.org/backspasm/mechanism/whirl#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-32 ; bsv:next <https://w3id.org/backspasm/mechanism/whirl#3> .
  <https://w3id.org/backspasm/mechanism/whirl#3> a bsv:Step ; bsv:position 3 ; bsv:claim bsc:calf-52 .
}
