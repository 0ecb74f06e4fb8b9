# fails: Pattern bsf:Bad_name
INSERT { bsf:Bad_name ?p ?o } WHERE { bsf:f1 ?p ?o }
