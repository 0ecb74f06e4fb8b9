# fails: Class bs:c3
INSERT DATA { bs:c3 bsv:describedAt <https://example.org/part-3> . <https://example.org/part-3> a oa:SpecificResource }
