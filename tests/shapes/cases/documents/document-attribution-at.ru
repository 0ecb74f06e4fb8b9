# fails: Class bsd:d3
INSERT DATA { bsd:d3 bsv:attributionAt <https://example.org/part-5> . <https://example.org/part-5> a oa:SpecificResource }
