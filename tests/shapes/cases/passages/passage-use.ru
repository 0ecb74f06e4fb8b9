# fails: MinCount <https://w3id.org/backspasm/document/d2#char=10,20>
INSERT DATA { <https://w3id.org/backspasm/document/d2#char=10,20> a bsv:Passage , oa:SpecificResource ; oa:hasSource bsd:d2 ; oa:start 10 ; oa:end 20 ; bsv:section "Causes"@en ; bsv:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }
