# fails: MinCount bsd:d1
DELETE WHERE { bsd:d1 bsv:fileName ?old }

# fails: MaxCount bsd:d2
INSERT DATA { bsd:d2 bsv:fileName "b.txt" }

# fails: Datatype bsd:d3
DELETE { bsd:d3 bsv:fileName ?old } INSERT { bsd:d3 bsv:fileName "a.txt"@en } WHERE { bsd:d3 bsv:fileName ?old }

# fails: Pattern bsd:d4
DELETE { bsd:d4 bsv:fileName ?old } INSERT { bsd:d4 bsv:fileName "folder/a.txt" } WHERE { bsd:d4 bsv:fileName ?old }
