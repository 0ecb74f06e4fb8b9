# fails: Class bsc:calf-78
INSERT DATA { bsc:calf-78 bsv:subjectQualifier bsv:LateOnset }
