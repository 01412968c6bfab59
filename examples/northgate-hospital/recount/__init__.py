"""Works the findings out a second time, without any of Holdfast's code or methods."""
