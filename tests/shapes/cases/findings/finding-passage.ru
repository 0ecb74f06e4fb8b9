# fails: MinCount bsf:f15
# also: bsh:finding-source MinCount bsf:f15
DELETE WHERE { bsf:f15 bsv:passage ?old }

# fails: Class bsf:f16
INSERT DATA { bsf:f16 bsv:passage <https://example.org/part-10> . <https://example.org/part-10> a oa:SpecificResource }
