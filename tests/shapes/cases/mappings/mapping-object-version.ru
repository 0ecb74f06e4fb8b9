# fails: MinCount bsx:fatigue--pato-0000008
DELETE WHERE { bsx:fatigue--pato-0000008 sssom:object_source_version ?old }

# fails: MaxCount bsx:fatigue--pato-0000001
INSERT DATA { bsx:fatigue--pato-0000001 sssom:object_source_version "2025" }

# fails: Datatype bsx:fatigue--pato-0000002
DELETE { bsx:fatigue--pato-0000002 sssom:object_source_version ?old } INSERT { bsx:fatigue--pato-0000002 sssom:object_source_version "2026-05-05"^^xsd:date } WHERE { bsx:fatigue--pato-0000002 sssom:object_source_version ?old }

# fails: Pattern bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 sssom:object_source_version ?old } INSERT { bsx:fatigue--pato-0000003 sssom:object_source_version "" } WHERE { bsx:fatigue--pato-0000003 sssom:object_source_version ?old }
