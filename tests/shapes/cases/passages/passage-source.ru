# fails: MinCount <https://w3id.org/backspasm/document/d1#char=30,60>
DELETE WHERE { <https://w3id.org/backspasm/document/d1#char=30,60> oa:hasSource ?old }

# fails: MaxCount <https://w3id.org/backspasm/document/d2#char=30,60>
# also: bsh:passage-name SPARQL bsv:Passage <https://w3id.org/backspasm/document/d2#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d2#char=30,60> oa:hasSource bsd:calf }

# fails: Class <https://w3id.org/backspasm/document/d3#char=30,60>
# also: bsh:passage-name SPARQL bsv:Passage <https://w3id.org/backspasm/document/d3#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d3#char=30,60> oa:hasSource ?old } INSERT { <https://w3id.org/backspasm/document/d3#char=30,60> oa:hasSource bsf:f1 } WHERE { <https://w3id.org/backspasm/document/d3#char=30,60> oa:hasSource ?old }
