# fails: Class bsd:d6
INSERT DATA { bsd:d6 bsv:describedAt <https://example.org/part-6> . <https://example.org/part-6> a oa:SpecificResource }
