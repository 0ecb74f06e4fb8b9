# fails: Class bs:c1
INSERT DATA { bs:c1 bsv:definedAt <https://example.org/part-2> . <https://example.org/part-2> a oa:SpecificResource }
