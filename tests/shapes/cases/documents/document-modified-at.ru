# fails: Class bsd:d4
INSERT DATA { bsd:d4 bsv:modifiedAt <https://example.org/part-8> . <https://example.org/part-8> a oa:SpecificResource }
