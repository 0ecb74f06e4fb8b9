# fails: In <https://w3id.org/backspasm/mechanism/m1#2>
INSERT DATA { <https://w3id.org/backspasm/mechanism/m1#2> a oa:SpecificResource }
