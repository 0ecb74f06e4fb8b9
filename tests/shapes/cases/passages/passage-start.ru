# fails: MinCount <https://w3id.org/backspasm/document/d4#char=30,60>
DELETE WHERE { <https://w3id.org/backspasm/document/d4#char=30,60> oa:start ?old }

# fails: MaxCount <https://w3id.org/backspasm/document/d5#char=30,60>
# also: bsh:passage-name SPARQL bsv:Passage <https://w3id.org/backspasm/document/d5#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d5#char=30,60> oa:start 5 }

# fails: Datatype <https://w3id.org/backspasm/document/d6#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d6#char=30,60> oa:start ?old } INSERT { <https://w3id.org/backspasm/document/d6#char=30,60> oa:start "30"^^xsd:int } WHERE { <https://w3id.org/backspasm/document/d6#char=30,60> oa:start ?old }

# fails: LessThan <https://w3id.org/backspasm/document/d7#char=30,60>
# also: bsh:passage-name SPARQL bsv:Passage <https://w3id.org/backspasm/document/d7#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d7#char=30,60> oa:start ?old } INSERT { <https://w3id.org/backspasm/document/d7#char=30,60> oa:start 60 } WHERE { <https://w3id.org/backspasm/document/d7#char=30,60> oa:start ?old }

# fails: MinInclusive <https://w3id.org/backspasm/document/d8#char=30,60>
# also: bsh:passage-name SPARQL bsv:Passage <https://w3id.org/backspasm/document/d8#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d8#char=30,60> oa:start ?old } INSERT { <https://w3id.org/backspasm/document/d8#char=30,60> oa:start "-1"^^xsd:integer } WHERE { <https://w3id.org/backspasm/document/d8#char=30,60> oa:start ?old }
