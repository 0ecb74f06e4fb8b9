# fails: In bsc:calf-73
DELETE { bsc:calf-73 rdf:predicate ?old } INSERT { bsc:calf-73 rdf:predicate bsv:precedes } WHERE { bsc:calf-73 rdf:predicate ?old } ;
INSERT DATA { bsc:calf-73 bsv:rank bsv:MainCause }
