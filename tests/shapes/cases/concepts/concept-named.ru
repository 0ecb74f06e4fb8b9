# fails: Class bs:c2
INSERT DATA { bs:c2 bsv:namedAt <https://example.org/part-4> . <https://example.org/part-4> a oa:SpecificResource }
