"""The graph in the forms of other worlds, each from the one graph."""
