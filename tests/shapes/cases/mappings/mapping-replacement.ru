# fails: Class bsx:fatigue--pato-0000006
INSERT DATA { bsx:fatigue--pato-0000006 dcterms:isReplacedBy bsd:salt }
