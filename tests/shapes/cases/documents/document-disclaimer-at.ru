# fails: Class bsd:d5
INSERT DATA { bsd:d5 bsv:disclaimerAt <https://example.org/part-7> . <https://example.org/part-7> a oa:SpecificResource }
