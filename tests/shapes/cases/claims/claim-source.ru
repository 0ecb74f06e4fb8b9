# fails: MinCount bsc:calf-80
# after derivation
DELETE WHERE { bsc:calf-80 prov:hadPrimarySource ?old }

# fails: MaxCount bsc:calf-61
# also: bsh:claim-name SPARQL bsv:Claim bsc:calf-61
INSERT DATA { bsc:calf-61 bsv:passage <https://w3id.org/backspasm/document/d1#char=0,30> }

# fails: Class bsc:calf-62
# after derivation
DELETE { bsc:calf-62 prov:hadPrimarySource ?old } INSERT { bsc:calf-62 prov:hadPrimarySource bsf:f1 } WHERE { bsc:calf-62 prov:hadPrimarySource ?old }
