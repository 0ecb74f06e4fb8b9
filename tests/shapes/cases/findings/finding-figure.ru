# fails: Xone bsf:f3
DELETE WHERE { bsf:f3 bsv:value ?old }

# fails: Xone bsf:f4
INSERT DATA { bsf:f4 bsv:wording "some"@en }

# fails: Xone bsf:f1
INSERT DATA { bsf:f1 bsv:minimum 30 }

# fails: Xone bsf:f2
INSERT DATA { bsf:f2 bsv:maximum 50 }

# fails: Xone bsf:f7
INSERT DATA { bsf:f7 bsv:wording "some"@en }

# fails: Xone bsf:f8
INSERT DATA { bsf:f8 bsv:value 40 }

# fails: Xone bsf:f5
DELETE WHERE { bsf:f5 bsv:minimum ?old }

# fails: Xone bsf:f6
DELETE WHERE { bsf:f6 bsv:maximum ?old }

# fails: Xone bsf:f7
DELETE WHERE { bsf:f7 bsv:minimum ?old } ;
INSERT DATA { bsf:f7 bsv:wording "some"@en }

# fails: Xone bsf:f8
DELETE WHERE { bsf:f8 bsv:maximum ?old } ;
INSERT DATA { bsf:f8 bsv:wording "some"@en }
