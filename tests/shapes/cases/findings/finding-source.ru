# fails: MinCount bsf:f9
# after derivation
DELETE WHERE { bsf:f9 prov:hadPrimarySource ?old }

# fails: MaxCount bsf:f10
INSERT DATA { bsf:f10 bsv:passage <https://w3id.org/backspasm/document/d1#char=0,30> }

# fails: Class bsf:f11
# after derivation
DELETE { bsf:f11 prov:hadPrimarySource ?old } INSERT { bsf:f11 prov:hadPrimarySource bsf:f1 } WHERE { bsf:f11 prov:hadPrimarySource ?old }
