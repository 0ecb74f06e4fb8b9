# fails: In bs:c3
INSERT DATA { bs:c3 skos:inScheme bsd:d1 }

# fails: MinCount bs:c4
# after derivation
DELETE WHERE { bs:c4 skos:inScheme ?old }
