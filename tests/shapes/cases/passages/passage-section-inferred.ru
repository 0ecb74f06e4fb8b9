# fails: In <https://w3id.org/backspasm/document/d1#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d1#char=30,60> bsv:sectionInferred false }
