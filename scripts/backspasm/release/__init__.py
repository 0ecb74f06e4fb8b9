"""A release: all forms of the dataset in one folder, described, named by its digest, checkable."""

__all__: list[str] = []
