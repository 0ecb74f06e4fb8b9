# fails: HasValue <https://w3id.org/backspasm/document/d6#char=30,60>
DELETE DATA { <https://w3id.org/backspasm/document/d6#char=30,60> a oa:SpecificResource }

# fails: In <https://w3id.org/backspasm/document/d7#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d7#char=30,60> a prov:Entity }
