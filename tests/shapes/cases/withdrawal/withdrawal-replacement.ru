# fails: MaxCount bsx:fatigue--pato-0000004
INSERT DATA { bsx:fatigue--pato-0000004 dcterms:isReplacedBy bsx:fatigue--hp-0000001 , bsx:fatigue--hp-0000002 }

# fails: Node bsx:fatigue--pato-0000005
INSERT DATA { bsx:fatigue--pato-0000005 dcterms:isReplacedBy bsx:old-age--efo-0000246 }
