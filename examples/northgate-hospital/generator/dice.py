"""Random choices that are the same on every machine and in every version of Python."""

MASK = (1 << 64) - 1


class Dice:
    """A splitmix64 generator. It uses whole numbers only, so its results never differ."""

    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        """The next 64 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit):
        """A whole number from 0 up to, but not including, the limit."""
        return (self.bits() * limit) >> 64

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, permille):
        """True so many times in a thousand."""
        return self.below(1000) < permille

    def pick(self, items):
        """One of the items, each as likely as the next."""
        return items[self.below(len(items))]

    def weighted(self, pairs):
        """One of the items of (item, weight) pairs."""
        place = self.below(sum(weight for _, weight in pairs))
        for item, weight in pairs:
            place -= weight
            if place < 0:
                return item
        raise ValueError("no weights")
