"""What checkers measure on real files, without Holdfast: python3 checkers.py DATA PACK [FIGURE...]

Prints one JSON object: figure -> bounds, a function each. Fractions are exact until they are
printed. Aggregates only, never a row nor a name.
"""

import json
import sys

from figures import awards, common, counties, landlords, pay_gaps, spending, vendors

#: Each notes its figures by the pack that they belong to.
MODULES = (awards, counties, landlords, pay_gaps, spending, vendors)


def main(root, pack, wanted):
    common.ROOT = root
    figures = {name: function() for name, function in common.FIGURES[pack].items()
               if not wanted or name in wanted}
    json.dump(figures, sys.stdout, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
