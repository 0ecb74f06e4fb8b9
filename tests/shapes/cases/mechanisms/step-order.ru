# fails: SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/m1#1>
# Into another mechanism.
DELETE { <https://w3id.org/backspasm/mechanism/m1#1> bsv:next ?old } INSERT { <https://w3id.org/backspasm/mechanism/m1#1> bsv:next <https://w3id.org/backspasm/mechanism/m2#2> } WHERE { <https://w3id.org/backspasm/mechanism/m1#1> bsv:next ?old }

# fails: SPARQL bsv:Step <https://w3id.org/backspasm/mechanism/gap#1>
INSERT DATA {
  bsm:gap a bsv:Mechanism ; skos:prefLabel "gap chain"@en ; bsv:from bs:running ; bsv:to bs:swelling ; bsv:step <https://w3id.org/backspasm/mechanism/gap#1> , <https://w3id.org/backspasm/mechanism/gap#3> .
  <https://w3id.org/backspasm/mechanism/gap#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/gap#3> .
  <https://w3id.org/backspasm/mechanism/gap#3> a bsv:Step ; bsv:position 3 ; bsv:claim bsc:calf-32 .
}
