# fails: Or bs:c6
DELETE WHERE { bs:c6 bsv:describedAt ?old }
