# fails: Or bsf:f3
DELETE WHERE { bsf:f3 qudt:hasUnit ?old }

# fails: Or bsf:f4
DELETE { bsf:f4 bsv:statistic ?old ; qudt:hasUnit ?old1 } INSERT { bsf:f4 bsv:statistic bsv:Duration ; qudt:hasUnit unit:HR , unit:DAY } WHERE { bsf:f4 bsv:statistic ?old ; qudt:hasUnit ?old1 }
