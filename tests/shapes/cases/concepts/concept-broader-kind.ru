# fails: Or bs:pain
INSERT DATA { bs:pain skos:broader bs:old-age }

# fails: Or bs:sprinting
DELETE { bs:sprinting skos:broader ?old } INSERT { bs:sprinting skos:broader bs:salt } WHERE { bs:sprinting skos:broader ?old }

# fails: Or bs:bruising
DELETE { bs:bruising skos:broader ?old } INSERT { bs:bruising skos:broader bs:back } WHERE { bs:bruising skos:broader ?old }

# fails: Or bs:youth
DELETE { bs:youth skos:broader ?old } INSERT { bs:youth skos:broader bs:child } WHERE { bs:youth skos:broader ?old }

# fails: Or bs:sea-salt
DELETE { bs:sea-salt skos:broader ?old } INSERT { bs:sea-salt skos:broader bs:massage } WHERE { bs:sea-salt skos:broader ?old }

# fails: Or bs:lumbar-spine
DELETE { bs:lumbar-spine skos:broader ?old } INSERT { bs:lumbar-spine skos:broader bs:pain } WHERE { bs:lumbar-spine skos:broader ?old }

# fails: Or bs:toddler
DELETE { bs:toddler skos:broader ?old } INSERT { bs:toddler skos:broader bs:running } WHERE { bs:toddler skos:broader ?old }

# fails: Or bs:deep-massage
DELETE { bs:deep-massage skos:broader ?old } INSERT { bs:deep-massage skos:broader bs:swelling } WHERE { bs:deep-massage skos:broader ?old }
