# fails: MinCount bsc:calf-78
# also: bsh:claim-source MinCount bsc:calf-78
DELETE WHERE { bsc:calf-78 bsv:passage ?old }

# fails: Class bsc:calf-79
INSERT DATA { bsc:calf-79 bsv:passage <https://example.org/part-1> . <https://example.org/part-1> a oa:SpecificResource }
