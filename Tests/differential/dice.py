"""Random choices that are the same for the same seed."""

import random


class Dice(random.Random):
    """A generator with the few questions that this test asks."""

    def chance(self, probability):
        """Whether something happens that happens so often."""
        return self.random() < probability

    def some(self, items, least=1, most=3):
        """A few of the items, none twice, in random order."""
        items = list(items)
        return self.sample(items, min(len(items), self.randint(least, most)))
