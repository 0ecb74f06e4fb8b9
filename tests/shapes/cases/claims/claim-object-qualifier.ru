# fails: Class bsc:calf-79
INSERT DATA { bsc:calf-79 bsv:objectQualifier bsv:LateOnset }
