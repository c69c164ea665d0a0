"""``python -m aleppomap`` is the command ``aleppomap``."""

import sys

from aleppomap.cli import main

if __name__ == "__main__":
    sys.exit(main())
