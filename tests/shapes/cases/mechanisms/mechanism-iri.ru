# fails: Pattern bsm:Bad_name
# also: bsh:step-iri Pattern <https://w3id.org/backspasm/mechanism/Bad_name#1>
# also: bsh:step-iri Pattern <https://w3id.org/backspasm/mechanism/Bad_name#2>
INSERT DATA {
  bsm:Bad_name a bsv:Mechanism ; skos:prefLabel "Bad_name chain"@en ; bsv:from bs:running ; bsv:to bs:swelling ; bsv:step <https://w3id.org/backspasm/mechanism/Bad_name#1> , <https://w3id.org/backspasm/mechanism/Bad_name#2> .
  <https://w3id.org/backspasm/mechanism/Bad_name#1> a bsv:Step ; bsv:position 1 ; bsv:claim bsc:calf-1 ; bsv:next <https://w3id.org/backspasm/mechanism/Bad_name#2> .
  <https://w3id.org/backspasm/mechanism/Bad_name#2> a bsv:Step ; bsv:position 2 ; bsv:claim bsc:calf-32 .
}
