# fails: MinCount bsd:d1
DELETE WHERE { bsd:d1 bsv:titleAt ?old }

# fails: Class bsd:d2
INSERT DATA { bsd:d2 bsv:titleAt <https://example.org/part-9> . <https://example.org/part-9> a oa:SpecificResource }
