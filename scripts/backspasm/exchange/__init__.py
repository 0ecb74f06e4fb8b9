"""Views of the graph for other worlds, each a module with one function `files`."""
