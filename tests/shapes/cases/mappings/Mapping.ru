# fails: Closed bsx:fatigue--pato-0000008
INSERT DATA { bsx:fatigue--pato-0000008 bsv:curatorNote "A note."@en }
