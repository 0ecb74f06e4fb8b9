# fails: MaxCount "pain"@en
DELETE { bs:c5 skos:prefLabel ?old } INSERT { bs:c5 skos:prefLabel "pain"@en } WHERE { bs:c5 skos:prefLabel ?old }
