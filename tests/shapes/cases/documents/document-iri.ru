# fails: Pattern bsd:Bad_Name
# also: bsh:document-title-at MinCount bsd:Bad_Name
INSERT { bsd:Bad_Name ?p ?o } WHERE { bsd:d1 ?p ?o FILTER(?p != bsv:titleAt) }
