"""Two versions of the dataset compared: what came, went and changed, and what that breaks."""
