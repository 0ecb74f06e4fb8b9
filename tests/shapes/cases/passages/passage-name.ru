# fails: SPARQL bsv:Passage <https://w3id.org/backspasm/document/d4#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d4#char=30,60> oa:start ?old } INSERT { <https://w3id.org/backspasm/document/d4#char=30,60> oa:start 31 } WHERE { <https://w3id.org/backspasm/document/d4#char=30,60> oa:start ?old }
